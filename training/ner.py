"""Command line: train the encoder of names, measure it, write it as int8 ONNX.

    python -m training.ner --base model.safetensors --corpora ../shared/corpora/ner --out folder [--with-dev]

`training/requirements.txt` pins what this needs. The card beside the shipped model tells the data, the command
and the figures.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import torch

from graph.language.encoder.labels import LABELS, TYPES, stretches
from graph.language.encoder.pieces import Numbers, numbers
from graph.language.encoder.recogniser import FILE
from training.data import DOMAINS, Example, allowed, crossner, names_by_type, varied, wikigold
from training.export import export
from training.network import Network, pretrained

BATCH = 32
DECAY = 0.01
HEAD = 7
"""How much faster the last layer learns, which begins from nothing."""
WARM = 0.1
"""Share of the steps in which the rate grows; then it falls to nothing."""
AVERAGED = 0.25
"""Share of the last steps whose weights are averaged."""


class Schedule(NamedTuple):
    """How long and how fast to learn."""

    epochs: int
    repeat: int
    """How often politics is seen in an epoch."""
    share: float
    """Of the other sentences, drawn anew in each epoch."""
    rate: float


def main(arguments: list[str] | None = None) -> None:
    """Run."""
    parser = argparse.ArgumentParser(prog="python -m training.ner", description=__doc__.split("\n")[0])
    parser.add_argument("--base", type=Path, required=True, help="weights of all-MiniLM-L6-v2")
    parser.add_argument(
        "--corpora", type=Path, required=True, help="folder with politics/, ..., wikigold.txt"
    )
    parser.add_argument("--out", type=Path, required=True, help="where the weights go")
    parser.add_argument("--with-dev", action="store_true", help="learn from the politics dev part too")
    parser.add_argument("--fold", type=int, default=-1, help="of four parts of dev, the one not learned from")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--repeat", type=int, default=6, help="how often politics is seen in an epoch")
    parser.add_argument("--share", type=float, default=0.5, help="of the other sentences, seen in an epoch")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="of learning, at its highest")
    parser.add_argument("--start", type=Path, help="weights.pt of an earlier run to go on from")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    torch.manual_seed(given.seed)
    torch.set_num_threads(1)
    politics = crossner(given.corpora / "politics/train.txt", "politics")
    dev = crossner(given.corpora / "politics/dev.txt", "politics")
    if given.fold >= 0:
        politics += [each for at, each in enumerate(dev) if at * 4 // len(dev) != given.fold]
        dev = [each for at, each in enumerate(dev) if at * 4 // len(dev) == given.fold]
    elif given.with_dev:
        politics += dev
    network = pretrained(given.base)
    if given.start:
        network.load_state_dict(torch.load(given.start))
    schedule = Schedule(given.epochs, given.repeat, given.share, given.rate)
    train(network, politics, _others(given.corpora), schedule, random.Random(given.seed))
    for type_, figures in f1(network, dev).items():
        print(f"{type_ or 'all':16}", figures)
    given.out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), given.out / "weights.pt")
    digest = export(network, given.out / FILE.name)
    print("sha256", digest)


def _others(folder: Path) -> list[Example]:
    found = wikigold(folder / "wikigold.txt")
    for domain in DOMAINS:
        for part in ("train", "dev"):
            found += crossner(folder / domain / f"{part}.txt", "domains")
    return found


# --------------------------------------------------------------------------- learning


def train(
    network: Network,
    politics: list[Example],
    others: list[Example],
    schedule: Schedule,
    chance: random.Random,
) -> None:
    """Teaches the network; it ends with the average of the last weights."""
    stock = names_by_type(politics)
    drawn = round(len(others) * schedule.share)
    steps = schedule.epochs * (-(-(len(politics) * schedule.repeat + drawn) // BATCH))
    head = list(network.head.parameters())
    body = [p for p in network.parameters() if p.requires_grad and not any(p is h for h in head)]
    groups = [{"params": body, "lr": schedule.rate}, {"params": head, "lr": schedule.rate * HEAD}]
    optimiser = torch.optim.AdamW(groups, weight_decay=DECAY)
    rate = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: _share(step, steps))
    average = torch.optim.swa_utils.AveragedModel(network)
    step, began = 0, time.process_time()
    for epoch in range(schedule.epochs):
        network.train()
        total = 0.0
        seen = politics * schedule.repeat + chance.sample(others, drawn)
        for batch in _batches([varied(e, stock, chance) for e in seen], chance):
            loss = _loss(network, batch)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body + head, 1.0)
            optimiser.step()
            rate.step()
            step += 1
            total += loss.item()
            if step > steps * (1 - AVERAGED):
                average.update_parameters(network)
        print(
            f"epoch {epoch + 1} loss {total * schedule.epochs / steps:.4f} {time.process_time() - began:.0f} s",
            flush=True,
        )
    network.load_state_dict(average.module.state_dict())


def _share(step: int, steps: int) -> float:
    warm = max(1, int(WARM * steps))
    return (step + 1) / warm if step < warm else max(0.02, (steps - step) / (steps - warm))


def _batches(examples: list[Example], chance: random.Random) -> Iterator[list[Example]]:
    """Sentences of like length together, in a random order of batches."""
    ordered = sorted(
        examples, key=lambda e: (len(numbers(e.words).pieces) + chance.randint(0, 4), chance.random())
    )
    batches = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    chance.shuffle(batches)
    return iter(batches)


def _loss(network: Network, batch: Sequence[Example]) -> torch.Tensor:
    read = [numbers(example.words) for example in batch]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(*_filled(read))
    likely = torch.log_softmax(scores.float(), dim=-1)
    rows = [row for sentence, r in enumerate(read) for row in likely[sentence, r.firsts]]
    sets = [
        labels for example, r in zip(batch, read, strict=True) for labels in allowed(example)[: len(r.firsts)]
    ]
    mask = torch.full((len(sets), len(LABELS)), -torch.inf)
    for at, labels in enumerate(sets):
        mask[at, list(labels)] = 0.0
    return -torch.logsumexp(torch.stack(rows) + mask, dim=-1).mean()


def _filled(read: Sequence[Numbers]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    longest = max(len(r.pieces) for r in read)
    pieces, shapes, real = (torch.zeros(len(read), longest, dtype=torch.long) for _ in range(3))
    for at, r in enumerate(read):
        pieces[at, : len(r.pieces)] = torch.tensor(r.pieces)
        shapes[at, : len(r.shapes)] = torch.tensor(r.shapes)
        real[at, : len(r.pieces)] = 1
    return pieces, shapes, real


# --------------------------------------------------------------------------- measuring


def f1(network: Network, examples: list[Example]) -> dict[str, str]:
    """Strict F1 over all types (""), and by type."""
    network.eval()
    right, told, true = (dict.fromkeys(("", *TYPES), 0) for _ in range(3))
    for example in examples:
        read = numbers(example.words)
        with torch.no_grad():
            scores = network(*_filled([read]))[0, read.firsts]
        found = {(s.first, s.last, s.type) for s in stretches(scores.float().numpy())}
        for count, names in ((right, found & set(example.names)), (told, found), (true, set(example.names))):
            for _, _, type_ in names:
                count[""] += 1
                count[type_] += 1
    return {t: _figures(right[t], told[t], true[t]) for t in ("", *TYPES)}


def _figures(right: int, told: int, true: int) -> str:
    precision, recall = right / max(told, 1), right / max(true, 1)
    return f"P {precision:.3f} R {recall:.3f} F1 {2 * right / max(told + true, 1):.3f}"


if __name__ == "__main__":
    main()
