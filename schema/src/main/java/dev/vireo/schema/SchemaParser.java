package dev.vireo.schema;

import dev.vireo.schema.Definition.Enumeration;
import dev.vireo.schema.Definition.Kind;
import dev.vireo.schema.Definition.Method;
import dev.vireo.schema.Definition.Structure;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the language of the schema. A definition is a line that starts at the margin, and the
 * indented lines below it:
 *
 * <pre>
 * # a comment
 * object NAME [extends BASE] [since RELEASE] [: MEANING]
 * fault  NAME [extends BASE] [since RELEASE] [: MEANING]
 * managed NAME [extends BASE] [since RELEASE]
 *   MEMBER [optional] [lenient] [secret] [list] TYPE [since RELEASE] [: MEANING]
 * enum NAME [since RELEASE] [: MEANING]
 *   VALUE [: MEANING]
 * method NAME on TYPE[,TYPE] [returns [list] TYPE] [giving [list] TYPE] [repeatable]
 *        [privilege PRIVILEGE] [since RELEASE] [: MEANING]
 *   PARAMETER, as a member
 * </pre>
 *
 * <p>What has no meaning is known and not made: no Java comes of it. {@code written} before a
 * definition says that its Java is written by hand.
 */
final class SchemaParser {

  private static final String MEANING = " : ";

  private final String file;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Line> block = new ArrayList<>();

  private record Line(String words, @Nullable String meaning, Place place) {}

  private SchemaParser(String file) {
    this.file = file;
  }

  /**
   * Reads one file.
   *
   * @param file its name, for messages
   * @param text its content
   * @throws SchemaException when it cannot be understood
   */
  static List<Definition> parse(String file, String text) {
    SchemaParser parser = new SchemaParser(file);
    int number = 0;
    for (String line : text.lines().toList()) {
      parser.line(line, new Place(file, ++number));
    }
    parser.finish();
    return List.copyOf(parser.definitions);
  }

  private void line(String line, Place place) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    boolean indented = line.startsWith("  ");
    if (!indented) {
      finish();
    } else if (block.isEmpty()) {
      throw new SchemaException(place, "this line belongs to nothing");
    }
    int at = line.indexOf(MEANING);
    String meaning = at < 0 ? null : line.substring(at + MEANING.length()).strip();
    if (meaning != null && meaning.isEmpty()) {
      throw new SchemaException(place, "the meaning is empty");
    }
    block.add(new Line(at < 0 ? line : line.substring(0, at), meaning, place));
  }

  private void finish() {
    if (!block.isEmpty()) {
      definitions.add(definition(block.getFirst(), block.subList(1, block.size())));
      block.clear();
    }
  }

  private Definition definition(Line head, List<Line> below) {
    Words words = new Words(head.words, head.place);
    boolean written = words.take("written");
    String keyword = words.take("a keyword", file);
    return switch (keyword) {
      case "object" -> structure(Kind.OBJECT, written, words, head, below);
      case "fault" -> structure(Kind.FAULT, written, words, head, below);
      case "managed" -> structure(Kind.MANAGED, written, words, head, below);
      case "enum" -> enumeration(words, head, below);
      case "method" -> method(words, head, below);
      default ->
          throw new SchemaException(
              head.place,
              "'" + keyword + "' is no keyword (object, fault, managed, enum or method)");
    };
  }

  private static Structure structure(
      Kind kind, boolean written, Words words, Line head, List<Line> below) {
    String name = words.take("the name", "object");
    String base = words.take("extends") ? words.take("the base", "extends") : null;
    Release since = since(words, head.place, Release.V2_5);
    words.end();
    return new Structure(
        kind, name, base, written, since, head.meaning, members(below, since), head.place);
  }

  private static Enumeration enumeration(Words words, Line head, List<Line> below) {
    String name = words.take("the name", "enum");
    Release since = since(words, head.place, Release.V2_5);
    words.end();
    List<Enumeration.Value> values = new ArrayList<>();
    for (Line line : below) {
      Words value = new Words(line.words, line.place);
      values.add(new Enumeration.Value(value.take("a value", name), line.meaning, line.place));
      value.end();
    }
    return new Enumeration(name, since, head.meaning, values, head.place);
  }

  private static Method method(Words words, Line head, List<Line> below) {
    String name = words.take("the name", "method");
    if (!words.take("on")) {
      throw new SchemaException(head.place, "'on' and the type that has the method are missing");
    }
    List<String> owners = List.of(words.take("the type", "on").split(","));
    Method.Result result = words.take("returns") ? result(words, "returns") : null;
    Method.Result giving = words.take("giving") ? result(words, "giving") : null;
    boolean repeatable = words.take("repeatable");
    String privilege = words.take("privilege") ? words.take("the privilege", "privilege") : null;
    Release since = since(words, head.place, Release.V2_5);
    words.end();
    return new Method(
        name,
        owners,
        result,
        giving,
        repeatable,
        privilege,
        since,
        head.meaning,
        members(below, since),
        head.place);
  }

  private static Method.Result result(Words words, String after) {
    boolean list = words.take("list");
    return new Method.Result(words.take("a type", after), list);
  }

  private static List<Member> members(List<Line> lines, Release owner) {
    List<Member> members = new ArrayList<>();
    for (Line line : lines) {
      Words words = new Words(line.words, line.place);
      String name = words.take("a member", "");
      boolean optional = words.take("optional");
      boolean lenient = words.take("lenient");
      boolean secret = words.take("secret");
      boolean list = words.take("list");
      String type = words.take("the type", name);
      Release since = since(words, line.place, owner);
      words.end();
      members.add(
          new Member(
              name,
              type,
              new Member.Traits(optional, list, secret, lenient),
              since,
              line.meaning,
              line.place));
    }
    return members;
  }

  private static Release since(Words words, Place place, Release otherwise) {
    return words.take("since") ? Release.of(words.take("the release", "since"), place) : otherwise;
  }
}
