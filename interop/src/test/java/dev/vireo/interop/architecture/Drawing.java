package dev.vireo.interop.architecture;

import dev.vireo.interop.process.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The graph of modules in docs/architecture.md.
 *
 * @param modules what is drawn, with the main package that its box names
 * @param arrows what each may use
 * @param dotted what each makes or finds without using it
 */
public record Drawing(
    Map<String, String> modules, Map<String, Set<String>> arrows, Map<String, Set<String>> dotted) {
  private static final Pattern BOX = Pattern.compile("(\\w+)\\[\"\\1<br/>([\\w.]+)<br/>[^\"]+\"]");
  private static final Pattern ARROW = Pattern.compile("(\\w+) --> (\\w+)");
  private static final Pattern DOTTED = Pattern.compile("(\\w+) -\\. \"[^\"]+\" \\.-> (\\w+)");

  /**
   * Reads the drawing of this source tree.
   *
   * @throws AssertionError if it has a line that is no box or arrow
   */
  public static Drawing read() throws IOException {
    Drawing drawing = new Drawing(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
    List<String> lines = Files.readAllLines(SourceTree.root().resolve("docs/architecture.md"));
    int start = lines.indexOf("graph TD");
    int end = start + lines.subList(start, lines.size()).indexOf("```");
    for (String line : lines.subList(start + 1, end)) {
      Matcher box = BOX.matcher(line.strip());
      Matcher arrow = ARROW.matcher(line.strip());
      Matcher dotted = DOTTED.matcher(line.strip());
      if (box.matches()) {
        drawing.modules.put(box.group(1), box.group(2));
        drawing.arrows.put(box.group(1), new TreeSet<>());
        drawing.dotted.put(box.group(1), new TreeSet<>());
      } else if (arrow.matches()) {
        drawing.of(drawing.arrows, arrow.group(1)).add(arrow.group(2));
      } else if (dotted.matches()) {
        drawing.of(drawing.dotted, dotted.group(1)).add(dotted.group(2));
      } else {
        throw new AssertionError("neither a box nor an arrow: " + line);
      }
    }
    return drawing;
  }

  private Set<String> of(Map<String, Set<String>> kind, String module) {
    Set<String> targets = kind.get(module);
    if (targets == null) {
      throw new AssertionError("an arrow from what is not drawn: " + module);
    }
    return targets;
  }

  /** What a module may use. */
  public Set<String> arrows(String module) {
    return of(arrows, module);
  }

  /** What a module can see: all that can be reached by arrows. */
  Set<String> reach(String module) {
    Set<String> reached = new TreeSet<>();
    collect(module, reached);
    return reached;
  }

  private void collect(String module, Set<String> reached) {
    for (String target : arrows(module)) {
      if (reached.add(target)) {
        collect(target, reached);
      }
    }
  }
}
