package dev.vireo.nest.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * The image of a USB stick of 40 MiB: a partition table with one FAT32 partition that has one small
 * file. After Microsoft's "FAT: General Overview of On-Disk Format", version 1.03, whose names of
 * fields the comments use. FAT32, since that is what VMware has such sticks formatted with; hence
 * the size, as FAT32 begins at 65525 clusters.
 */
final class FatImage {

  static final int SECTOR = 512;
  private static final int SECTORS = 81_920;
  private static final int PARTITION_AT = 2048;
  private static final int PARTITION_SECTORS = SECTORS - PARTITION_AT;
  private static final byte FAT32_LBA = 0x0C;

  private static final int RESERVED = 32;
  private static final int FATS = 2;
  // Of one sector each: ((79872 - 32 - 2 * 615) + 2) entries of 4 bytes take 615 sectors.
  private static final int FAT_SECTORS = 615;
  private static final int DATA_AT = PARTITION_AT + RESERVED + FATS * FAT_SECTORS;
  private static final int CLUSTERS = PARTITION_SECTORS - RESERVED - FATS * FAT_SECTORS;

  private static final int ROOT_CLUSTER = 2;
  private static final int FILE_CLUSTER = 3;
  private static final int END_OF_CHAIN = 0x0FFF_FFFF;
  private static final byte MEDIA_FIXED = (byte) 0xF8;
  private static final int HEADS = 64;
  private static final int SECTORS_PER_TRACK = 32;

  private static final byte ATTRIBUTE_ARCHIVE = 0x20;
  private static final byte ATTRIBUTE_VOLUME = 0x08;
  private static final byte ATTRIBUTE_LONG_NAME = 0x0F;
  // 1 January 2024; the file's age is of no use to anybody.
  private static final short DATE = (short) (((2024 - 1980) << 9) | (1 << 5) | 1);

  private final SeekableByteChannel channel;
  private final String name;
  private final byte[] content;

  private FatImage(SeekableByteChannel channel, String name, byte[] content) {
    this.channel = channel;
    this.name = name;
    this.content = content;
  }

  /**
   * Writes the image. Only sectors that are not empty are written, so that the file is sparse.
   *
   * @param channel an empty file
   * @param name a name in lower case of up to eight characters, a dot and up to three
   * @param content up to 1 MiB
   */
  static void write(SeekableByteChannel channel, String name, byte[] content) throws IOException {
    if (!name.matches("[a-z0-9]{1,8}\\.[a-z0-9]{1,3}") || content.length > Kickstart.MAX_BYTES) {
      throw new IllegalArgumentException(name);
    }
    FatImage image = new FatImage(channel, name, content);
    image.put(0, image.partitionTable());
    for (int copy : new int[] {0, 6}) {
      image.put(PARTITION_AT + copy, image.bootSector());
      image.put(PARTITION_AT + copy + 1, image.information());
      image.put(PARTITION_AT + copy + 2, signature(sector()));
    }
    for (int fat = 0; fat < FATS; fat++) {
      image.put(PARTITION_AT + RESERVED + fat * FAT_SECTORS, image.allocation());
    }
    image.put(DATA_AT, image.rootDirectory());
    image.put(DATA_AT + FILE_CLUSTER - ROOT_CLUSTER, ByteBuffer.wrap(content));
    image.put(SECTORS - 1, sector());
  }

  private ByteBuffer partitionTable() {
    ByteBuffer table = sector();
    // Some firmware and partition tools tell disks apart by it.
    table.putInt(0x1B8, 0x5652_454F);
    table.position(0x1BE);
    table.put((byte) 0).put(chs(PARTITION_AT)).put(FAT32_LBA).put(chs(SECTORS - 1));
    table.putInt(PARTITION_AT).putInt(PARTITION_SECTORS);
    return signature(table);
  }

  private static byte[] chs(int sector) {
    int track = sector / SECTORS_PER_TRACK;
    return new byte[] {
      (byte) (track % HEADS), (byte) (sector % SECTORS_PER_TRACK + 1), (byte) (track / HEADS)
    };
  }

  private ByteBuffer bootSector() {
    ByteBuffer boot = sector();
    // BS_jmpBoot leads past the fields, where the processor is stopped.
    boot.put(new byte[] {(byte) 0xEB, 0x58, (byte) 0x90}).put(ascii("VIREO1.0"));
    boot.putShort((short) SECTOR).put((byte) 1).putShort((short) RESERVED).put((byte) FATS);
    // BPB_RootEntCnt, BPB_TotSec16, BPB_Media, BPB_FATSz16
    boot.putShort((short) 0).putShort((short) 0).put(MEDIA_FIXED).putShort((short) 0);
    boot.putShort((short) SECTORS_PER_TRACK).putShort((short) HEADS);
    boot.putInt(PARTITION_AT).putInt(PARTITION_SECTORS).putInt(FAT_SECTORS);
    // BPB_ExtFlags, BPB_FSVer, BPB_RootClus, BPB_FSInfo, BPB_BkBootSec
    boot.putShort((short) 0).putShort((short) 0).putInt(ROOT_CLUSTER);
    boot.putShort((short) 1).putShort((short) 6);
    // BS_DrvNum, BS_BootSig, BS_VolID
    boot.position(64).put((byte) 0x80).put((byte) 0).put((byte) 0x29).putInt(0x5652_454F);
    boot.put(ascii("KICKSTART  ")).put(ascii("FAT32   "));
    boot.put(new byte[] {(byte) 0xF4, (byte) 0xEB, (byte) 0xFD});
    return signature(boot);
  }

  private ByteBuffer information() {
    ByteBuffer information = sector();
    information.putInt(0, 0x4161_5252).putInt(484, 0x6141_7272);
    information.putInt(488, CLUSTERS - 1 - fileClusters());
    information.putInt(492, FILE_CLUSTER + fileClusters());
    return signature(information);
  }

  private ByteBuffer allocation() {
    int last = FILE_CLUSTER + fileClusters() - 1;
    ByteBuffer fat = buffer((last + 1) * Integer.BYTES);
    fat.putInt(0x0FFF_FF00 | (MEDIA_FIXED & 0xFF)).putInt(END_OF_CHAIN).putInt(END_OF_CHAIN);
    for (int cluster = FILE_CLUSTER; cluster <= last; cluster++) {
      fat.putInt(cluster == last ? END_OF_CHAIN : cluster + 1);
    }
    return fat.rewind();
  }

  private ByteBuffer rootDirectory() {
    byte[] shortName = shortName();
    ByteBuffer root = sector();
    entry(root, ascii("KICKSTART  "), ATTRIBUTE_VOLUME, 0, 0);
    longName(root, checksum(shortName));
    entry(
        root, shortName, ATTRIBUTE_ARCHIVE, content.length == 0 ? 0 : FILE_CLUSTER, content.length);
    return root.rewind();
  }

  private static void entry(
      ByteBuffer directory, byte[] name, byte attribute, int cluster, int size) {
    int start = directory.position();
    directory.put(name).put(attribute);
    directory.putShort(start + 16, DATE).putShort(start + 18, DATE).putShort(start + 24, DATE);
    directory.putShort(start + 20, (short) (cluster >> 16));
    directory.putShort(start + 26, (short) cluster).putInt(start + 28, size);
    directory.position(start + 32);
  }

  /** The name in lower case: a short name has capitals alone. */
  private void longName(ByteBuffer directory, byte checksum) {
    int start = directory.position();
    byte[] characters = new byte[26];
    Arrays.fill(characters, (byte) 0xFF);
    byte[] utf16 = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(utf16, 0, characters, 0, utf16.length);
    directory.put((byte) 0x41).put(characters, 0, 10);
    directory.put(ATTRIBUTE_LONG_NAME).put((byte) 0).put(checksum).put(characters, 10, 12);
    directory.putShort((short) 0).put(characters, 22, 4);
    directory.position(start + 32);
  }

  private byte[] shortName() {
    String[] parts = name.toUpperCase(Locale.ROOT).split("\\.");
    return ascii("%-8s%-3s".formatted(parts[0], parts[1]));
  }

  private static byte checksum(byte[] shortName) {
    int sum = 0;
    for (byte character : shortName) {
      sum = (((sum & 1) << 7) + (sum >> 1) + (character & 0xFF)) & 0xFF;
    }
    return (byte) sum;
  }

  private int fileClusters() {
    return (content.length + SECTOR - 1) / SECTOR;
  }

  private void put(int sector, ByteBuffer content) throws IOException {
    channel.position((long) sector * SECTOR);
    while (content.hasRemaining()) {
      channel.write(content);
    }
  }

  private static ByteBuffer signature(ByteBuffer sector) {
    return sector.put(510, (byte) 0x55).put(511, (byte) 0xAA).rewind();
  }

  private static ByteBuffer sector() {
    return buffer(SECTOR);
  }

  private static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
