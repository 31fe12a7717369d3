package dev.vireo.interop.nest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A program for the first sector of a disk, in 16-bit machine code. It asks VMware's backdoor port
 * for its version, writes EAX and EBX of the answer to the first serial port, eight hex digits and
 * a blank each, and switches the machine off by ACPI.
 */
final class BootSector {

  /** What it writes when the port is silent: nothing drives the bus, EBX is as it was. */
  static final String SILENT = "FFFFFFFF 00000000 \n";

  /** What it writes when the port answers: version 6, and VMware's magic number in EBX. */
  static final String ANSWERS = "00000006 564D5868 \n";

  // SeaBIOS does not boot a SATA disk of a single sector.
  private static final int SIZE = 1 << 20;
  private static final int SIGNATURE_AT = 510;

  private static final String CODE =
      // 00 cli; xor ax,ax; mov ds,ax; mov ss,ax; mov sp,7C00
      "FA 31C0 8ED8 8ED0 BC007C"
          // 0A mov eax,564D5868; xor ebx,ebx; mov ecx,0A; mov edx,5658; in eax,dx
          + "66B868584D56 6631DB 66B90A000000 66BA58560000 66ED"
          // 21 push ebx; call hex; pop eax; call hex
          + "6653 E81400 6658 E80F00"
          // 2B mov al,'\n'; call putc
          + "B00A E82600"
          // 30 mov dx,604; mov ax,2000; out dx,ax: sleep state 5, where SeaBIOS puts ACPI's ports
          + "BA0406 B80020 EF"
          // 37 hlt; jmp 37
          + "F4 EBFD"
          // 3A hex: mov cx,8
          + "B90800"
          // 3D rol eax,4; push eax; and al,0F; cmp al,0A; jb 4B; add al,7
          + "66C1C004 6650 240F 3C0A 7202 0407"
          // 4B add al,'0'; call putc; pop eax; loop 3D; mov al,' '
          + "0430 E80600 6658 E2E9 B020"
          // 56 putc: mov ah,al; mov dx,3FD
          + "88C4 BAFD03"
          // 5B in al,dx; test al,20; jz 5B: until the port takes a character
          + "EC A820 74FB"
          // 60 mov al,ah; mov dx,3F8; out dx,al; ret
          + "88E0 BAF803 EE C3";

  private BootSector() {}

  /** Returns a disk with the sector. */
  private static byte[] bytes() {
    byte[] disk = Arrays.copyOf(HexFormat.of().parseHex(CODE.replace(" ", "")), SIZE);
    disk[SIGNATURE_AT] = 0x55;
    disk[SIGNATURE_AT + 1] = (byte) 0xAA;
    return disk;
  }

  /**
   * Writes a disk image with this sector.
   *
   * @param folder where
   * @return the image
   */
  static Path imageIn(Path folder) {
    try {
      return Files.write(folder.resolve("boot.img"), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
