package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.internal.BoundedText;
import dev.vireo.nest.internal.Distribution;
import dev.vireo.nest.internal.ProgramRun;
import dev.vireo.nest.internal.Software;
import dev.vireo.nest.libvirt.VirtualizationException;
import dev.vireo.nest.libvirt.VirtualizationException.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The program {@code xorriso}, which reads and writes CD-ROM images without rights of root. */
final class Xorriso {

  // Half a gigabyte over a slow network file system.
  private static final Duration LIMIT = Duration.ofMinutes(30);

  // "El Torito boot img :   1  BIOS  y   none  0x0000  0x00      4          45"
  private static final Pattern BOOT_IMAGE =
      Pattern.compile("(?m)^El Torito boot img *: *\\d+ +(\\S+)");
  private static final Pattern FOUND = Pattern.compile("(?m)^'(/.*)'$");
  // "File data lba:  0 ,       33 ,        1 ,       12 , '/BOOT.CFG'", a line for each extent
  private static final Pattern EXTENT =
      Pattern.compile("(?m)^File data lba:[^,]*,[^,]*,[^,]*, *(\\d{1,18}) , '(/.*)'$");

  // Java adds the number of the signal that ended a program.
  private static final int KILLED = 128;

  private final String program;

  Xorriso(String program) {
    this.program = program;
  }

  /** Platforms of the boot entries, in their order: {@code BIOS}, {@code UEFI} and others. */
  List<String> bootEntries(Path iso) {
    ProgramRun run = run(List.of("-indev", device(iso), "-report_el_torito", "plain"), "read", iso);
    return BOOT_IMAGE
        .matcher(run.stdout())
        .results()
        .map((MatchResult match) -> match.group(1).toUpperCase(Locale.ROOT))
        .toList();
  }

  /**
   * Looks for files by their names, in whatever case they are written.
   *
   * @param paths the wanted paths, in capitals
   * @param most the largest size that they may have, in bytes
   * @return the paths as the image has them, by the wanted ones; those that are missing are left
   *     out
   * @throws NestException if one of them is larger; nothing of it was read
   */
  Map<String, String> find(Path iso, List<String> paths, long most) {
    List<String> arguments = new ArrayList<>(List.of("-indev", device(iso)));
    List<String> names =
        paths.stream().map(path -> path.substring(path.lastIndexOf('/') + 1)).distinct().toList();
    for (String name : names) {
      List<String> find = List.of("-find", "/", "-type", "f", "-name", anyCase(name));
      arguments.addAll(find);
      arguments.add("--");
      arguments.addAll(find);
      arguments.addAll(List.of("-exec", "report_lba", "--"));
    }
    String report = run(arguments, "read", iso).stdout();
    requireSmall(iso, report, paths, most);
    Map<String, String> found = new LinkedHashMap<>();
    FOUND
        .matcher(report)
        .results()
        .map(match -> match.group(1))
        .filter(path -> paths.contains(path.toUpperCase(Locale.ROOT)))
        .forEach(path -> found.putIfAbsent(path.toUpperCase(Locale.ROOT), path));
    return found;
  }

  private static void requireSmall(Path iso, String report, List<String> paths, long most) {
    Map<String, Long> sizes = new HashMap<>();
    EXTENT
        .matcher(report)
        .results()
        .filter(extent -> paths.contains(extent.group(2).toUpperCase(Locale.ROOT)))
        .forEach(
            extent -> sizes.merge(extent.group(2), Long.parseLong(extent.group(1)), Long::sum));
    sizes.forEach((path, size) -> {
      if (size > most) {
        throw tooLarge(path, iso, most);
      }
    });
  }

  /** A file of the image is larger than such a file can be. */
  static NestException tooLarge(String path, Path iso, long most) {
    return new NestException(
        "%s of %s is larger than %d KiB: it is not the file of an ESXi installer"
            .formatted(path, iso, most >> 10));
  }

  /**
   * Copies files out of an image.
   *
   * @param files where each goes, by its path in the image
   */
  void extract(Path iso, Map<String, Path> files) {
    List<String> arguments = new ArrayList<>(List.of("-osirrox", "on", "-indev", device(iso)));
    files.forEach((from, to) -> arguments.addAll(List.of("-extract", from, to.toString())));
    run(arguments, "read", iso);
  }

  /**
   * Writes a copy of an image in which some files are others. Its boot entries stay.
   *
   * @param iso the image, which stays as it is
   * @param copy an empty file
   * @param files the new files, by their paths in the image
   */
  void copy(Path iso, Path copy, Map<String, Path> files) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-indev", device(iso), "-outdev", device(copy), "-boot_image", "any", "replay"));
    files.forEach((to, from) -> arguments.addAll(List.of("-map", from.toString(), to)));
    // The files on disk are for one user alone; those on a CD-ROM are for all.
    arguments.addAll(List.of("-chmod", "a=r"));
    arguments.addAll(files.keySet());
    arguments.addAll(List.of("--", "-commit"));
    run(arguments, "copied", iso);
  }

  private ProgramRun run(List<String> arguments, String done, Path iso) {
    List<String> command = new ArrayList<>(List.of(program, "-no_rc", "-abort_on", "FAILURE"));
    command.addAll(arguments);
    ProgramRun run;
    try {
      run = ProgramRun.of(command, LIMIT);
    } catch (IOException e) {
      throw new NestException("'%s' cannot be run, which makes CD-ROM images".formatted(program), e)
          .withHint(Distribution.ofThisMachine().install(Software.XORRISO));
    } catch (VirtualizationException e) {
      throw new NestException("%s cannot be %s: %s".formatted(iso, done, e.getMessage()), e)
          .withHints(e.hints());
    } catch (TimeoutException e) {
      throw new NestException("%s cannot be %s: %s".formatted(iso, done, e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(iso, done, e);
    }
    if (run.exitCode() > KILLED) {
      throw interrupted(iso, done, null);
    }
    if (run.exitCode() != 0) {
      throw new NestException("%s cannot be %s: %s".formatted(iso, done, complaints(run.stderr())));
    }
    return run;
  }

  private static NestException interrupted(Path iso, String done, @Nullable Throwable cause) {
    String problem = "interrupted while %s was %s".formatted(iso, done);
    return cause == null
        ? new VirtualizationException(Kind.INTERRUPTED, problem, "")
        : new VirtualizationException(Kind.INTERRUPTED, problem, cause);
  }

  /** What xorriso says went wrong, without its reports of progress. */
  private static String complaints(String stderr) {
    String text =
        stderr
            .lines()
            .filter(line -> line.matches(".* : (SORRY|FAILURE|FATAL) : .*"))
            .map(line -> line.replaceFirst("^\\S+ : (SORRY|FAILURE|FATAL) : ", ""))
            .distinct()
            .collect(Collectors.joining("; "));
    return BoundedText.of(text.isEmpty() ? stderr.strip().replace("\n", "; ") : text);
  }

  /** A path that is not taken for an optical drive. */
  private static String device(Path path) {
    return "stdio:" + path.toAbsolutePath();
  }

  private static String anyCase(String name) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char capital = name.charAt(i);
      char lower = Character.toLowerCase(capital);
      if (lower == capital) {
        pattern.append(capital);
      } else {
        pattern.append('[').append(capital).append(lower).append(']');
      }
    }
    return pattern.toString();
  }
}
