package dev.vireo.cli.help;

import dev.vireo.cli.Version;
import dev.vireo.cli.grammar.CommandGroup;
import dev.vireo.cli.grammar.CommandSpec;
import dev.vireo.cli.grammar.OptionSpec;
import java.util.List;
import java.util.Locale;

/** The manual page, in roff with the man macros. */
public final class ManPage {
  private static final String BEFORE_COMMANDS =
      """
      .SH NAME
      vireo \\- manage the virtual machines of VMware hosts
      .SH SYNOPSIS
      .B vireo
      [\\fIOPTION\\fR]... [\\fICOMMAND_STRING\\fR]
      .br
      .B vireo
      [\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIARG\\fR]...
      .SH DESCRIPTION
      Lists and drives the virtual machines of ESX, GSX and vCenter hosts with the commands,
      options, output and exit codes of
      .BR virsh (1).
      Without a command it reads commands from an interactive shell.
      .PP
      A single argument may hold several commands, separated by semicolons, with quotes as in a
      shell: \\fBvireo \\(aqlist \\-\\-all; hostname\\(aq\\fR.
      .SH OPTIONS
      .TP
      .BR \\-c ", " \\-\\-connect " " \\fIURI\\fR
      The host: esx://[user@]host[:port]/, gsx://..., vpx://vcenter/datacenter/[cluster/]host, or
      test:///default for the simulated host inside of vireo; see CONNECTION URIS.
      .TP
      .BR \\-r ", " \\-\\-readonly
      Refuse commands that change something.
      .TP
      .BR \\-q ", " \\-\\-quiet
      Print data only: no headings, no confirmations.
      .TP
      .BR \\-t ", " \\-\\-timing
      Print how long each command took.
      .TP
      .B \\-\\-json
      Print data as JSON. Most commands take this option, too.
      .TP
      .B \\-\\-trace
      Show on standard error which requests each command made, with sizes and times.
      .TP
      .BR \\-d ", " \\-\\-debug " " \\fILEVEL\\fR
      0 to 4; below 4 errors come with stack traces and the log goes to standard error.
      .TP
      .BR \\-l ", " \\-\\-log " " \\fIFILE\\fR
      Write the log to a file.
      .TP
      .BR \\-e ", " \\-k ", " \\-K " " \\fIVALUE\\fR
      Accepted as by virsh; there is nothing to set.
      .TP
      .B \\-\\-no\\-pkttyagent
      Accepted as by virsh; there is no agent.
      .TP
      .BR \\-v ", " \\-V ", " \\-\\-version [=\\fITYPE\\fR]
      Print the version, short or long.
      .TP
      .BR \\-h ", " \\-\\-help
      Print a summary.
      .SH COMMANDS
      """;

  private static final String AFTER_COMMANDS =
      """
      .SH FILES
      .TP
      .I ~/.config/libvirt/auth.conf
      Credentials, in the format of libvirt; see CREDENTIALS.
      .TP
      .I ~/.cache/vireo/history
      The history of the shell.
      .SH SEE ALSO
      .BR virsh (1)
      """;

  private ManPage() {}

  /** The whole page. */
  public static String text(List<CommandSpec> specs) {
    StringBuilder page = new StringBuilder();
    page.append(".TH VIREO 1 \"\" \"vireo ").append(Version.CURRENT).append("\"\n");
    page.append(BEFORE_COMMANDS);
    for (CommandGroup group : CommandGroup.values()) {
      page.append(".SS ").append(escaped(group.title())).append('\n');
      for (CommandSpec spec : specs) {
        if (spec.group() == group) {
          command(page, spec);
        }
      }
    }
    for (HelpTopic topic : HelpTopic.values()) {
      topic(page, topic);
    }
    return page.append(AFTER_COMMANDS).toString();
  }

  private static void topic(StringBuilder page, HelpTopic topic) {
    page.append(".SH ").append(escaped(topic.title().toUpperCase(Locale.ROOT))).append('\n');
    for (HelpTopic.Part part : topic.text()) {
      switch (part) {
        case HelpTopic.Sentences sentences ->
            page.append(".PP\n").append(escaped(sentences.text())).append('\n');
        case HelpTopic.Entry entry -> {
          page.append(".TP\n.B ").append(escaped(entry.term())).append('\n');
          page.append(escaped(entry.text())).append('\n');
        }
        case HelpTopic.Lines lines -> {
          page.append(".PP\n.nf\n");
          lines
              .text()
              .lines()
              .forEach(line -> page.append("    ").append(escaped(line)).append('\n'));
          page.append(".fi\n");
        }
      }
    }
  }

  private static void command(StringBuilder page, CommandSpec spec) {
    page.append(".TP\n.B ").append(escaped(HelpText.synopsis(spec))).append('\n');
    String text = spec.description().isEmpty() ? sentence(spec.help()) : spec.description();
    paragraphs(page, text);
    page.append(".RS\n");
    for (OptionSpec option : spec.options()) {
      page.append(".TP\n.B ").append(escaped(HelpText.optionSyntax(option))).append('\n');
      page.append(escaped(option.help())).append('\n');
    }
    if (!spec.examples().isEmpty()) {
      page.append(".PP\nExample:\n.PP\n.nf\n");
      for (String example : spec.examples()) {
        page.append("    vireo ").append(escaped(example)).append('\n');
      }
      page.append(".fi\n");
    }
    page.append(".RE\n");
  }

  private static void paragraphs(StringBuilder page, String text) {
    String before = "";
    for (String paragraph : text.split("\n\n")) {
      boolean table = HelpText.isTable(paragraph);
      page.append(before).append(table ? ".nf\n" : "");
      for (String line : paragraph.split("\n")) {
        page.append(escaped(line)).append('\n');
      }
      page.append(table ? ".fi\n" : "");
      before = ".sp\n";
    }
  }

  private static String sentence(String help) {
    return Character.toUpperCase(help.charAt(0)) + help.substring(1) + ".";
  }

  /** Keeps roff from reading text as requests. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return safe.startsWith(".") ? "\\&" + safe : safe;
  }
}
