#!/usr/bin/env python3
"""Makes the two sounds of the notices, near.wav and missed.wav, beside this file: soft sine tones that fade out."""

import math
import pathlib
import struct
import wave

RATE = 22050


def tone(frequency, seconds, loudness):
    """A fundamental with a little of its octave, in over 8 ms and out like a bell."""
    samples = []
    for i in range(int(RATE * seconds)):
        t = i / RATE
        envelope = min(1.0, t / 0.008) * math.exp(-5.0 * t / seconds)
        wanted = math.sin(2 * math.pi * frequency * t) + 0.25 * math.sin(4 * math.pi * frequency * t)
        samples.append(loudness * envelope * wanted / 1.25)
    return samples


def sound(name, tones, pause):
    """`tones` begin `pause` seconds after each other."""
    length = int(RATE * (pause * (len(tones) - 1) + tones[-1][1]))
    mixed = [0.0] * length
    for number, (frequency, seconds) in enumerate(tones):
        start = int(RATE * pause * number)
        for i, value in enumerate(tone(frequency, seconds, 0.4)):
            if start + i < length:
                mixed[start + i] += value
    with wave.open(str(pathlib.Path(__file__).parent / name), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(b"".join(struct.pack("<h", int(32767 * max(-1.0, min(1.0, value)))) for value in mixed))


sound("near.wav", [(659.26, 0.55)], 0)  # one calm E
sound("missed.wav", [(783.99, 0.35), (587.33, 0.6)], 0.18)  # G, then down to D
