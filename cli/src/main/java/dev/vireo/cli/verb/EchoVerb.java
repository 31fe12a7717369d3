package dev.vireo.cli.verb;

import dev.vireo.cli.Call;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.List;

/** {@code echo}: prints its words, for trying out quotes. */
final class EchoVerb implements Verb {
  private static final String SHELL = "shell";
  private static final String XML = "xml";
  private static final String SPLIT = "split";
  private static final String ERR = "err";
  private static final String STRING = "string";

  /** What a shell takes for itself outside of quotes. */
  private static final String SHELL_SPECIAL = "\r\t\n !\"#$&'()*;<>?[\\]^`{|}~";

  @Override
  public CommandSpec spec() {
    return CommandSpec.of("echo", CommandGroup.VIREO, "echo arguments. Used for internal testing.")
        .description("Echo back arguments, possibly with quoting. Used for internal testing.")
        .option(OptionSpec.bool(SHELL, "escape for shell use"))
        .option(OptionSpec.bool(XML, "escape for XML use"))
        .option(OptionSpec.bool(SPLIT, "split each argument on ','; ',,' is an escape sequence"))
        .option(OptionSpec.bool(ERR, "output to stderr"))
        .option(OptionSpec.argv(STRING, "arguments to echo"))
        .example("echo --shell 'a b'")
        .build();
  }

  @Override
  public void run(Call call) {
    call.exclude(SHELL, XML);
    call.exclude(SHELL, SPLIT);
    call.exclude(XML, SPLIT);
    StringBuilder text = new StringBuilder();
    List<String> words = call.all(STRING);
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (i > 0) {
        text.append(' ');
      }
      if (call.has(XML)) {
        xml(text, word);
      } else if (call.has(SHELL)) {
        shell(text, word);
      } else if (call.has(SPLIT)) {
        split(text, word);
      } else {
        text.append(word);
      }
    }
    if (call.has(ERR)) {
      call.output().error(text.toString());
    } else {
      call.output().print(text.toString());
    }
  }

  private static void xml(StringBuilder text, String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      switch (c) {
        case '<' -> text.append("&lt;");
        case '>' -> text.append("&gt;");
        case '&' -> text.append("&amp;");
        case '"' -> text.append("&quot;");
        case '\'' -> text.append("&apos;");
        default -> text.append(c);
      }
    }
  }

  private static void shell(StringBuilder text, String word) {
    boolean special = word.isEmpty();
    for (int i = 0; i < word.length(); i++) {
      special |= SHELL_SPECIAL.indexOf(word.charAt(i)) >= 0;
    }
    if (special) {
      text.append('\'').append(word.replace("'", "'\\''")).append('\'');
    } else {
      text.append(word);
    }
  }

  /** One line for each part; a doubled comma is a comma. */
  private static void split(StringBuilder text, String word) {
    if (word.isEmpty()) {
      return;
    }
    int i = 0;
    while (i < word.length()) {
      char c = word.charAt(i);
      boolean doubled = c == ',' && i + 1 < word.length() && word.charAt(i + 1) == ',';
      text.append(c == ',' && !doubled ? '\n' : c);
      i += doubled ? 2 : 1;
    }
    text.append('\n');
  }
}
