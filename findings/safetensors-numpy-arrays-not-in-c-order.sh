#!/usr/bin/env bash
# safetensors 0.8.0 (with numpy 2.4.6), safetensors.numpy.save and save_file
# Behaviour: an array that does not lie in C order (columns first, transposed, every other element) is
#   saved without a word and comes back with the right shape and dtype and its numbers in other places,
#   or other numbers. The documents ask for contiguous arrays; only the writers for tensors of PyTorch and
#   Paddle refuse one that is not.
# What most would guess: such an array is copied first, as numpy.save does, or refused.
# Who meets it: whoever keeps arrays of a computation: a transpose, a column of a table, a slice with a
#   step, anything out of a solver in Fortran. numpy.asarray(one, order="C") before saving is the mend.
# Prints what it sees; exits 1 if that changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m pip --disable-pip-version-check --quiet install --target "$folder" \
  safetensors==0.8.0 numpy==2.4.6
PYTHONPATH="$folder" python3 - <<'PYTHON'
import sys

import numpy as np
from safetensors.numpy import load, save

columns_first = np.asfortranarray([[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]])
every_other = np.arange(12.0)[::2]
changed = []
for name, array in (("columns first", columns_first), ("every other", every_other)):
    back = load(save({"a": array}))["a"]
    print(f"{name}: saved {array.tolist()}, read {back.tolist()}")
    changed.append(back.shape == array.shape and not np.array_equal(back, array))
kept = np.asarray(columns_first, order="C")
right = np.array_equal(load(save({"a": kept}))["a"], columns_first)
print(f"copied into C order first: {'as saved' if right else 'changed'}")
sys.exit(0 if all(changed) and right else 1)
PYTHON
