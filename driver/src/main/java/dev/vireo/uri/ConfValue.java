package dev.vireo.uri;

import java.util.List;

/** A value of libvirt's configuration files. */
sealed interface ConfValue {

  /** The line where it begins, from 1. */
  int line();

  /** A text in quotes. */
  record Text(String text, int line) implements ConfValue {}

  /** A number; none of the settings that are looked at is one. */
  record Numeral(int line) implements ConfValue {}

  /** A list in brackets. */
  record Items(List<ConfValue> items, int line) implements ConfValue {}
}
