"""Numbers in running English text, each with its bounds, its unit and what it counts.

`find_quantities(text)` splits the text once into tokens and reads each token that may open a number with small
functions; no token is read more than a fixed number of times, so the time is linear in the text's length.

What it decides where readers could differ:

* Spans hold the words that bound the number ("more than 1,000", "an estimated 10 million", "60-plus"), a currency
  sign and, for a measured amount, its unit. A span reaches over the noun only for "200 people or more".
* `low` and `high` follow the words: "nearly 5,000" is 5,000 and approximate, "up to 700" is open below. Areas are in
  km², lengths in km, masses in kg, volumes in litres, speeds in km/h; money, durations and temperatures stay in the
  unit that the text gives, percentages in percent.
* A number whose grouping fits no convention ("20,00") is "unreadable" and never guessed. So is "20.000 people", which
  means 20,000 in half of the world.
* "Several", "many", "a few", "a handful" bound nothing and are passed over; "several hundred" reads like "hundreds".
* "One" is a count before a noun ("one farmer"), in "one of the farmers", and where it stands for a noun beside
  "was" or "were" ("and one was found"); as a pronoun ("no one", "the one who", "one must", "one of the most") it is
  passed over.
* Years, dates, clock times, ordinals, phone numbers, addresses and numbers in names are reported, under their kind, so
  that nobody downstream mistakes them for counts. Bare years have the year as `low` and `high`, ordinals their rank;
  the others have no value.
"""

from __future__ import annotations

from summarizer.marking.numbers.finder import find_quantities

__all__ = ["find_quantities"]
