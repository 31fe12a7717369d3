package dev.vireo.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Converts files by the library, as virsh does it: from the files to an output. */
public final class ConvertFiles {
  private ConvertFiles() {}

  /**
   * Converts each file once and prints what comes of it.
   *
   * @param args the name of a {@link Direction}, and a file with the names of the files
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<Path> files = Files.readAllLines(Path.of(args[1])).stream().map(Path::of).toList();
    convert(Direction.valueOf(args[0]), files, System.out);
  }

  /** Converts with a buffer before the output, as C's standard library has one. */
  static void convert(Direction direction, List<Path> files, OutputStream out) throws IOException {
    OutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    for (Path file : files) {
      buffered.write(direction.convert(Files.readAllBytes(file)));
    }
    buffered.flush();
  }
}
