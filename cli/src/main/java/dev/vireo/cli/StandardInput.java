package dev.vireo.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Standard input of the process. Where it was closed before the start, the first file that the JVM
 * opens takes its place, a part of the JVM: nobody has typed that, and it is as if the input were
 * empty.
 */
final class StandardInput extends InputStream {
  private static final Path LINK = Path.of("/proc/self/fd/0");

  private final FileInputStream in = new FileInputStream(FileDescriptor.in);
  private boolean known;
  private boolean foreign;

  @Override
  public int read() throws IOException {
    return isForeign() ? -1 : in.read();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return isForeign() && length > 0 ? -1 : in.read(bytes, offset, length);
  }

  @Override
  public int available() throws IOException {
    return isForeign() ? 0 : in.available();
  }

  private synchronized boolean isForeign() {
    if (!known) {
      foreign = leadsToTheJvm();
      known = true;
    }
    return foreign;
  }

  private static boolean leadsToTheJvm() {
    try {
      Path file = Files.readSymbolicLink(LINK);
      return file.endsWith("lib/modules")
          || file.toString().equals(System.getProperty("java.class.path"));
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
