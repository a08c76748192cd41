"""Work grows with the text: the worst input of every pattern, at 100,000 characters, is answered."""

import subprocess
import sys

import pytest

SIZE = 100_000
WORST = {
    "a key, and blanks": "'name:' + ' ' * n + chr(10) + 'dob: 12/03/2023'",
    "a word of birth, and blanks": "'dob:' + ' ' * n + '12/03/2023'",
    "names": "'Ella ' * (n // 5) + 'born 12/03/2023'",
    "keys": "'name: ' * (n // 6) + 'dob 12/03/2023'",
    "a long name": "'dob 12/03/2023 name: ' + 'a' * n",
    "a name of many parts": "'dob 12/03/2023 name: ' + 'a-' * (n // 2)",
    "a line of persons": "'Ella Smith born 12/03/2023, ' * (n // 28)",
    "headings": "'name,dob' + chr(10) + 'Ella Smith,12/03/2023' * 1 + (chr(10) + 'name,dob') * (n // 9)",
    "headings in one line": "'name,dob,' * (n // 9) + chr(10) + 'Ella Smith,12/03/2023'",
    "rows": "'name,dob' + (chr(10) + 'Ella Smith,12/03/2023') * (n // 22)",
    "a row of commas": "'name,dob' + chr(10) + ',' * n + '12/03/2023'",
    "a name in capitals behind a word of birth": "'dob ' + 'Ella ' * (n // 5)",
    "owners": "('Ella' + chr(39) + 's dob 12/03/2023 ') * (n // 22)",
    "names of hospitals' numbers": "'hospital number ' * (n // 16) + '1' * 7",
    "learners": "'uln ' * (n // 4) + '1 ' * 9",
    "births": "'born ' * (n // 5)",
    "dates": "'12/03/2023 ' * (n // 11) + 'born'",
    "commas": "'Ab, ' * (n // 4) + 'born 12/03/2023'",
    "apostrophes": "'O' + chr(39) * n + ' born 12/03/2023'",
    "digits": "'9' * n",
    "digits with blanks": "'9 ' * (n // 2)",
    "labels": "'nhs number ' * (n // 11)",
    "labels with digits": "'nhs number 9 9 9 ' * (n // 17)",
    "a label, and blanks": "'nhs' + ' ' * n + '9990000019'",
    "a list of numbers": "'tel ' + '943 476 5918, ' * (n // 14)",
    "brackets": "'tel (' * (n // 5) + '9990000019'",
    "pupil labels": "'upn A' + ' 1' * (n // 2)",
    "an address": "'a.' * (n // 2) + '/9990000019'",
    "a hash": "'a' * n + '9990000019' + 'b' * n",
    "blanks": "' ' * n",
    "lines": "(chr(10) + ' ' * 50) * (n // 51)",
    "backslashes": "chr(92) * n",
    "escapes": "(chr(92) + 'u0039') * (n // 6)",
    "percent signs": "'%39' * (n // 3)",
    "nothing to see": "chr(0x200b) * n + '9990000019'",
}


@pytest.mark.parametrize("text", WORST.values(), ids=WORST)
def test_the_worst_input_does_not_hang(text: str) -> None:
    # today each takes less than two seconds; work that grew with the square would take minutes
    code = (
        f"from sharecheck.personal import masked, search; n = {SIZE}; text = {text}; search.search(text); masked(text)"
    )
    subprocess.run([sys.executable, "-c", "import sharecheck.personal.search; " + code], check=True, timeout=120)
