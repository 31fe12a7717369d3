package dev.vireo.model;

/** A CPU architecture, by libvirt's name for it. */
public enum Arch {
  /** 32 bit x86. */
  I686("i686", 32),
  /** 64 bit x86. */
  X86_64("x86_64", 64);

  private final String text;
  private final int wordSize;

  Arch(String text, int wordSize) {
    this.text = text;
    this.wordSize = wordSize;
  }

  /** libvirt's name. */
  public String text() {
    return text;
  }

  /** Bits of a machine word. */
  public int wordSize() {
    return wordSize;
  }
}
