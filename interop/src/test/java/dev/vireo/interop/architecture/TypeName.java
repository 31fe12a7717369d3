package dev.vireo.interop.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A top-level type of a module, written by hand or made.
 *
 * @param name its simple name
 * @param in its package
 * @param isPublic whether other packages can use it
 */
record TypeName(String name, String in, boolean isPublic) {
  private static final Pattern PUBLIC =
      Pattern.compile("^public .*\\b(class|interface|enum|record|@interface) ", Pattern.MULTILINE);

  /** The types of a module, tests aside. */
  static List<TypeName> in(VireoModule module) throws IOException {
    List<TypeName> found = new ArrayList<>();
    for (String sources : List.of("src/main/java", "target/generated-sources/vi")) {
      Path root = module.folder().resolve(sources);
      if (Files.isDirectory(root)) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file : files.filter(VireoModule::isType).toList()) {
            found.add(of(root, file));
          }
        }
      }
    }
    return found;
  }

  private static TypeName of(Path root, Path file) throws IOException {
    String path = root.relativize(file).toString();
    int slash = path.lastIndexOf('/');
    return new TypeName(
        path.substring(slash + 1, path.length() - ".java".length()),
        path.substring(0, slash).replace('/', '.'),
        PUBLIC.matcher(Files.readString(file)).find());
  }

  /** Whether modules that use its module can import it. */
  boolean isSeenByOthers() {
    return isPublic && !VireoModule.isInternal(in);
  }
}
