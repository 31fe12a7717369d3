package dev.vireo.cli.grammar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a command besides its deed. Parsing, help, completion and the manual page
 * come from it.
 *
 * @param name the verb
 * @param group the heading it is listed under
 * @param help one line
 * @param description lines of at most 72 characters; empty when the line of help says it all
 * @param options in the order in which positional words fill them in
 * @param examples complete command lines without the name of the program
 * @param connects whether it needs a host
 * @param filters whether its output is a document for other programs, to which nothing is added
 * @param failure the exit code when it fails or is used wrongly: 1, unless that is a result
 */
public record CommandSpec(
    String name,
    CommandGroup group,
    String help,
    String description,
    List<OptionSpec> options,
    List<String> examples,
    boolean connects,
    boolean filters,
    int failure) {

  /** The usual exit code of a failure. */
  public static final int FAILED = 1;

  /** The option that turns what is printed into JSON; every command has it. */
  public static final String JSON = "json";

  /** The option that shows which requests a command made. */
  public static final String TRACE = "trace";

  public CommandSpec {
    options = List.copyOf(options);
    examples = List.copyOf(examples);
  }

  /** The option of this name, or null. */
  public @Nullable OptionSpec option(String optionName) {
    for (int i = 0; i < options.size(); i++) {
      OptionSpec option = options.get(i);
      if (option.name().equals(optionName)) {
        return option;
      }
    }
    return null;
  }

  /** Begins the description of a command. */
  public static Builder of(String name, CommandGroup group, String help) {
    return new Builder(name, group, help);
  }

  /** Collects the parts of a {@link CommandSpec}. */
  public static final class Builder {
    private final String name;
    private final CommandGroup group;
    private final String help;
    private String description = "";
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<String> examples = new ArrayList<>();
    private boolean connects;
    private boolean printsData;
    private boolean filters;
    private int failure = FAILED;

    private Builder(String name, CommandGroup group, String help) {
      this.name = name;
      this.group = group;
      this.help = help;
    }

    /** What the command does, in full sentences. */
    public Builder description(String text) {
      description = text;
      return this;
    }

    /** The next option. */
    public Builder option(OptionSpec option) {
      options.add(option);
      return this;
    }

    /** A command line to try, without the name of the program. */
    public Builder example(String line) {
      examples.add(line);
      return this;
    }

    /** The command needs a host; it gets {@code --trace}. */
    public Builder connects() {
      connects = true;
      return this;
    }

    /** The command's output is a document, after which virsh's blank line would be wrong. */
    public Builder filters() {
      filters = true;
      return this;
    }

    /** Exit code 1 is one of the command's results; a failure has this one. */
    public Builder failsWith(int exitCode) {
      failure = exitCode;
      return this;
    }

    /** The command prints data that programs read, and has a JSON document of its own for that. */
    public Builder printsData() {
      printsData = true;
      return this;
    }

    /** The finished description. */
    public CommandSpec build() {
      options.add(OptionSpec.bool(JSON, printsData ? "print JSON" : "print its text as JSON"));
      if (connects) {
        options.add(OptionSpec.bool(TRACE, "show the requests made, on standard error"));
      }
      return new CommandSpec(
          name, group, help, description, options, examples, connects, filters, failure);
    }
  }
}
