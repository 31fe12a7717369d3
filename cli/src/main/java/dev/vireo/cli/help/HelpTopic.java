package dev.vireo.cli.help;

import dev.vireo.spi.HypervisorDrivers;
import dev.vireo.uri.UriParameter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What help and the manual explain besides the commands. */
public enum HelpTopic {
  /** Connection URIs and their parameters. */
  URI("uri", "Connection URIs", "how hosts are named, and the parameters of their URIs"),
  /** Users and passwords. */
  AUTH("auth", "Credentials", "where user names and passwords come from, and auth.conf"),
  /** Variables of the environment. */
  ENVIRONMENT("environment", "Environment", "variables that vireo goes by"),
  /** What the process returns. */
  EXIT_CODES("exit-codes", "Exit status", "what the process returns");

  private static final String AUTH_CONF =
      """
      [credentials-lab]
      username=root
      password=secret

      [auth-esx-esx1.example.org]
      credentials=lab

      [auth-esx-default]
      credentials=lab\
      """;

  private final String keyword;
  private final String title;
  private final String about;

  HelpTopic(String keyword, String title, String about) {
    this.keyword = keyword;
    this.title = title;
    this.about = about;
  }

  /** The word after {@code help} that asks for it. */
  public String keyword() {
    return keyword;
  }

  /** The heading. */
  public String title() {
    return title;
  }

  /** One line about it. */
  public String about() {
    return about;
  }

  /** The topic that {@code help name} asks for, or null. */
  public static @Nullable HelpTopic named(String name) {
    for (HelpTopic topic : values()) {
      if (topic.keyword.equals(name)) {
        return topic;
      }
    }
    return null;
  }

  /** A part of the text of a topic. */
  public sealed interface Part {}

  /** Sentences that are filled into lines. */
  public record Sentences(String text) implements Part {}

  /** Something that is explained. */
  public record Entry(String term, String text) implements Part {}

  /** Lines that stay as they are. */
  public record Lines(String text) implements Part {}

  /** The text. */
  public List<Part> text() {
    return switch (this) {
      case URI -> uri();
      case AUTH -> auth();
      case ENVIRONMENT -> environment();
      case EXIT_CODES -> exitCodes();
    };
  }

  private static List<Part> uri() {
    List<Part> parts = new ArrayList<>();
    parts.add(
        new Sentences(
            "A host is named by its URI, behind -c or in a variable of the environment (help"
                + " environment). In a user name an @ is written %40 and a \\ %5c; quote URIs with"
                + " a ? or & in a shell."));
    parts.add(new Entry("esx://[USER@]HOST[:PORT]/", "An ESX or ESXi host; its port is 443."));
    parts.add(new Entry("gsx://[USER@]HOST[:PORT]/", "A VMware Server 2; its port is 8333."));
    parts.add(
        new Entry(
            "vpx://[USER@]VCENTER[:PORT]/[FOLDER/...]DATACENTER/[FOLDER/...][CLUSTER/]HOST",
            "A host, by the vCenter that manages it, whose port is 443."));
    parts.add(new Entry("test:///default", "The simulated host inside of vireo."));
    parts.add(
        new Sentences(
            "Parameters follow a ?, with an & between them:"
                + " esx://root@esx1.example.org/?no_verify=1&timeout=10"));
    for (UriParameter parameter : HypervisorDrivers.uriParameters()) {
      parts.add(new Entry(parameter.name() + "=" + parameter.grammar(), sentence(parameter)));
    }
    return parts;
  }

  private static String sentence(UriParameter parameter) {
    String sentence = parameter.description();
    String value = parameter.defaultValue();
    return value.isEmpty() || !sentence.endsWith(".")
        ? sentence
        : sentence.substring(0, sentence.length() - 1) + " (default " + value + ").";
  }

  private static List<Part> auth() {
    return List.of(
        new Sentences("The first of these that knows it gives the user name:"),
        new Lines(
            """
            1. the URI: esx://root@esx1.example.org/
            2. auth.conf
            3. the variable VIREO_USER
            4. a question at the terminal\
            """),
        new Sentences(
            "The password comes from auth.conf, VIREO_PASSWORD or a question; it is never part of"
                + " a URI or an option, where everybody could read it."),
        new Sentences(
            "auth.conf is libvirt's. The first of these counts: the file that LIBVIRT_AUTH_FILE"
                + " names, the one of the URI parameter authfile,"
                + " $XDG_CONFIG_HOME/libvirt/auth.conf (~/.config/libvirt/auth.conf),"
                + " /etc/libvirt/auth.conf. Its form:"),
        new Lines(AUTH_CONF),
        new Sentences(
            "A section [auth-SERVICE-HOST] says which credentials a host takes, and"
                + " [auth-SERVICE-default] which one all others do. SERVICE is esx, gsx or vpx as"
                + " in the URI, HOST is the host of the URI. The file holds passwords: chmod"
                + " 600."));
  }

  private static List<Part> environment() {
    List<Part> parts = new ArrayList<>();
    for (EnvironmentVariable variable : EnvironmentVariable.values()) {
      parts.add(new Entry(variable.name(), variable.text()));
    }
    return parts;
  }

  private static List<Part> exitCodes() {
    return List.of(
        new Entry("0", "The last command succeeded."),
        new Entry("1", "It failed, or was used wrongly."),
        new Entry(
            "2",
            "vmx lint, vmx diff and nest check, where 1 tells of warnings or differences: they"
                + " found errors, failed or were used wrongly (help COMMAND)."),
        new Entry("130", "Ctrl-C interrupted it."),
        new Entry("143, 129", "SIGTERM or SIGHUP ended it, after it had wound up."));
  }
}
