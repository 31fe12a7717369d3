package dev.vireo.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The units of amounts of memory and storage in libvirt's documents ({@code unit='...'}, {@code
 * virScaleInteger}): powers of 1000 as {@code KB}, of 1024 as {@code KiB} or {@code k}, in any
 * case.
 */
public enum SizeUnit {
  /** One byte. */
  BYTES(1),
  /** 1000 bytes. */
  KB(1_000L),
  /** 1024 bytes. */
  KIB(1L << 10),
  /** 1000 KB. */
  MB(1_000_000L),
  /** 1024 KiB. */
  MIB(1L << 20),
  /** 1000 MB. */
  GB(1_000_000_000L),
  /** 1024 MiB. */
  GIB(1L << 30),
  /** 1000 GB. */
  TB(1_000_000_000_000L),
  /** 1024 GiB. */
  TIB(1L << 40),
  /** 1000 TB. */
  PB(1_000_000_000_000_000L),
  /** 1024 TiB. */
  PIB(1L << 50),
  /** 1000 PB. */
  EB(1_000_000_000_000_000_000L),
  /** 1024 PiB. */
  EIB(1L << 60);

  private final long bytes;

  SizeUnit(long bytes) {
    this.bytes = bytes;
  }

  /** How many bytes one of it is. */
  public long bytes() {
    return bytes;
  }

  /**
   * This many of the unit, in bytes.
   *
   * @param amount at least 0
   * @throws ArithmeticException when that is more than {@link Long#MAX_VALUE}
   */
  public long toBytes(long amount) {
    return Math.multiplyExact(amount, bytes);
  }

  /**
   * The unit of this name.
   *
   * @param name as libvirt accepts it: {@code b}, {@code byte}, {@code bytes}, or a letter of
   *     {@code kmgtpe} alone, with {@code B} or with {@code iB}, in any case
   * @return null for anything else
   */
  public static @Nullable SizeUnit of(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "b", "byte", "bytes" -> BYTES;
      case "kb" -> KB;
      case "k", "kib" -> KIB;
      case "mb" -> MB;
      case "m", "mib" -> MIB;
      case "gb" -> GB;
      case "g", "gib" -> GIB;
      case "tb" -> TB;
      case "t", "tib" -> TIB;
      case "pb" -> PB;
      case "p", "pib" -> PIB;
      case "eb" -> EB;
      case "e", "eib" -> EIB;
      default -> null;
    };
  }
}
