"""Completion scripts for bash, zsh and fish.

They hold all verbs, options and words themselves, so that a TAB takes a moment and not the start of a Python. What they
do not know, such as an option of a later version, they leave to be typed: print them again after an update.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from summarizer.cli.spelled import FILES, FOLDERS, NOTHING, TEXT, WORDS, Option, Verb, verbs
from summarizer.version import VERSION

_MADE = f"# Completes summarize {VERSION}; made by `summarize completion"


def script(shell: str) -> str:
    """Return the script of one of `SHELLS`."""
    return SHELLS[shell](verbs())


# ----------------------------------------------------------------------------------------------------------------- bash

# bash cuts words at = too, so that `--format=md` comes as three. Where only files fit, nothing is answered, and
# readline completes them itself, whatever they are called; where verbs fit as well, files are added to them here.
_BASH = """\
{made} bash`.
_summarize() {{
    local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} verb= words= file
    COMPREPLY=()
    if [[ $cur == = ]]; then
        cur=
    elif [[ $prev == = ]]; then
        prev=${{COMP_WORDS[COMP_CWORD-2]}}
    fi
    if (( COMP_CWORD > 1 )); then
        case ${{COMP_WORDS[1]}} in
            {single}) verb=${{COMP_WORDS[1]}} ;;
            {several})
                verb=${{COMP_WORDS[1]}}
                (( COMP_CWORD > 2 )) && verb="$verb ${{COMP_WORDS[2]}}" ;;
        esac
    fi
    case "$verb:$prev" in
{values}
        *)
            if [[ $cur == -* ]]; then
                case $verb in
{options}
                esac
                _summarize_none
            else
                case $verb in
{arguments}
                esac
                (( COMP_CWORD == 1 )) && words="{verbs}"
            fi ;;
    esac
    COMPREPLY=($(compgen -W "$words" -- "$cur"))
    if (( COMP_CWORD == 1 && ${{#COMPREPLY[@]}} > 0 )) && [[ $cur != -* ]]; then
        COMPREPLY=("${{COMPREPLY[@]/%/ }}")
        compopt -o nospace 2>/dev/null
        while IFS= read -r file; do
            [[ -d $file ]] && file="$(printf %q "$file")/" || file="$(printf %q "$file") "
            COMPREPLY+=("$file")
        done < <(compgen -f -- "$cur")
    fi
}}
_summarize_none() {{ compopt +o default 2>/dev/null; }}
complete -o default -F _summarize summarize
"""


def _bash(all_verbs: tuple[Verb, ...]) -> str:
    top = [v for v in all_verbs if len(v.path) == 1]
    several = {v.path[0] for v in all_verbs if len(v.path) == 2}
    return _BASH.format(
        made=_MADE,
        single="|".join(v.path[0] for v in top if v.path[0] not in several),
        several="|".join(sorted(several)),
        verbs=" ".join(v.path[0] for v in top),
        values="\n".join(_bash_values(all_verbs)),
        options="\n".join(
            f'                    "{" ".join(v.path)}") words="{" ".join(n for o in v.options for n in o.names)}" ;;'
            for v in all_verbs
        ),
        arguments="\n".join(_bash_arguments(all_verbs)),
    )


def _bash_values(all_verbs: tuple[Verb, ...]) -> Iterator[str]:
    for verb in all_verbs:
        for option in verb.options:
            if option.takes != NOTHING:
                spelled = "|".join(f'"{" ".join(verb.path)}:{name}"' for name in option.names)
                yield f"        {spelled}) {_bash_value(option)} ;;"


def _bash_value(option: Option) -> str:
    if option.takes == WORDS:
        return f'words="{" ".join(option.words)}"; _summarize_none'
    if option.takes == FOLDERS:
        return f'words="{" ".join(option.words)}"; compopt -o dirnames +o default 2>/dev/null'
    return "return" if option.takes == FILES else "_summarize_none; return"


def _bash_arguments(all_verbs: tuple[Verb, ...]) -> Iterator[str]:
    for verb in all_verbs:
        if verb.path and verb.takes != FILES:
            words = f'words="{" ".join(verb.words)}"; ' if verb.words else ""
            yield f'                    "{" ".join(verb.path)}") {words}_summarize_none ;;'


# ------------------------------------------------------------------------------------------------------------------ zsh

_ZSH = """\
#compdef summarize
{made} zsh`.
_summarize() {{
    local -a verbs
    verbs=(
{verbs}
    )
    if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
        _describe -t verbs verb verbs
        _files
        return
    fi
    case $words[2] in
{cases}
    esac
}}
if [[ $funcstack[1] == _summarize ]]; then
    _summarize "$@"
else
    compdef _summarize summarize
fi
"""


def _zsh(all_verbs: tuple[Verb, ...]) -> str:
    top = [v for v in all_verbs if len(v.path) == 1]
    return _ZSH.format(
        made=_MADE,
        verbs="\n".join(f"        {_quoted(_zsh_pair(v))}" for v in top),
        cases="\n".join(_zsh_case(v, all_verbs) for v in (*top, all_verbs[0])),
    )


def _zsh_pair(verb: Verb) -> str:
    return f"{verb.path[-1]}:{verb.help.replace(':', chr(92) + ':')}"


def _zsh_case(verb: Verb, all_verbs: tuple[Verb, ...]) -> str:
    inner = [v for v in all_verbs if len(v.path) == 2 and v.path[:1] == verb.path]
    if inner:
        pairs = " ".join(_quoted(_zsh_pair(v)) for v in inner)
        return f"        {verb.path[0]}) verbs=({pairs}); (( CURRENT == 3 )) && _describe -t verbs verb verbs ;;"
    specs = [_quoted(spec) for option in verb.options for spec in _zsh_specs(option)]
    if verb.takes == FILES:
        specs.append("'*:file:_files'")
    elif verb.words:
        specs.append(_quoted(f"1:word:({' '.join(verb.words)})"))
    # The verb is cut off, so that what follows it counts from one.
    lead = "shift words; (( CURRENT-- )); " if verb.path else ""
    lines = " \\\n            ".join(specs)
    return f"        {verb.path[0] if verb.path else '*'}) {lead}_arguments -s -S \\\n            {lines} ;;"


def _zsh_specs(option: Option) -> Iterator[str]:
    means = "".join("\\" + c if c in "[]:\\" else c for c in option.help)
    for name in option.names:
        if option.takes == NOTHING:
            yield f"{name}[{means}]"
            continue
        action = {FILES: "_files", FOLDERS: "_files -/", TEXT: " "}.get(option.takes, f"({' '.join(option.words)})")
        if option.takes == FOLDERS and option.words:
            action = f"{{compadd {' '.join(option.words)}; _files -/}}"
        sign = "=" if name.startswith("--") else "+"
        yield f"*{name}{sign}[{means}]:{option.takes}:{action}"


# ----------------------------------------------------------------------------------------------------------------- fish

_FISH = """\
{made} fish`.
function __summarize_verb
    set -l words (commandline -opc)
    set -e words[1]
    contains -- "$words[1]" {verbs}; and echo $words[1]
end
function __summarize_first
    test (count (commandline -opc)) -eq 1
end
function __summarize_second
    test (count (commandline -opc)) -eq 2; and test "$(__summarize_verb)" = $argv[1]
end
function __summarize_in
    test "$(__summarize_verb)" = "$argv[1]"
end
complete -c summarize -e
{lines}
"""


def _fish(all_verbs: tuple[Verb, ...]) -> str:
    top = [v for v in all_verbs if len(v.path) == 1]
    return _FISH.format(made=_MADE, verbs=" ".join(v.path[0] for v in top), lines="\n".join(_fish_lines(all_verbs)))


def _fish_lines(all_verbs: tuple[Verb, ...]) -> Iterator[str]:
    for verb in all_verbs:
        if len(verb.path) == 1:
            yield f"complete -c summarize -n __summarize_first -a {verb.path[0]} -d {_quoted(verb.help)}"
        if len(verb.path) == 2:
            first, second = verb.path
            yield f"complete -c summarize -f -n '__summarize_second {first}' -a {second} -d {_quoted(verb.help)}"
            continue
        when = f"-n '__summarize_in {verb.path[0] if verb.path else chr(34) * 2}'"
        if verb.takes != FILES:
            words = f" -a {_quoted(' '.join(verb.words))}" if verb.words and len(verb.path) == 1 else ""
            yield f"complete -c summarize -f {when}{words}"
        for option in verb.options:
            yield f"complete -c summarize {when} {_fish_option(option)} -d {_quoted(option.help)}"


def _fish_option(option: Option) -> str:
    names = " ".join(f"-l {n[2:]}" if n.startswith("--") else f"-s {n[1:]}" for n in option.names)
    words = [*option.words, *(["(__fish_complete_directories)"] if option.takes == FOLDERS else [])]
    exclusive = f" -x -a {_quoted(' '.join(words))}" if words else " -x"
    return names + {NOTHING: "", FILES: " -r -F"}.get(option.takes, exclusive)


def _quoted(text: str) -> str:
    """Return a text in single quotes, as all three shells read it."""
    return "'" + text.replace("'", "'\\''") + "'"


SHELLS: Mapping[str, Callable[[tuple[Verb, ...]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
