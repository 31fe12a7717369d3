package dev.vireo.cli.help;

/** The variables that the command, its libraries and its launcher read. */
enum EnvironmentVariable {
  VIREO_DEFAULT_CONNECT_URI(
      "The host to use without -c. The commands of nest use the first of --libvirt, -c and these"
          + " three that is a URI of QEMU, else qemu:///system."),
  VIRSH_DEFAULT_CONNECT_URI("The same, where VIREO_DEFAULT_CONNECT_URI is not set."),
  LIBVIRT_DEFAULT_URI("The same, where neither of the two is set."),
  VIREO_USER("User name where neither the URI nor auth.conf gives one (help auth)."),
  VIREO_PASSWORD("Password where auth.conf gives none."),
  LIBVIRT_AUTH_FILE("File of credentials, instead of auth.conf."),
  VIREO_NEST_PASSWORD("Password of root for 'nest install', instead of a question."),
  VIREO_SIMULATOR_PASSWORD("Password that 'simulator' takes, instead of its usual one."),
  VISUAL("Editor for 'vmx edit'."),
  EDITOR("The same, where VISUAL is not set; else vi."),
  MANPAGER("What shows the manual on a terminal."),
  PAGER("The same, where MANPAGER is not set; else less."),
  TMPDIR("Where 'vmx edit' puts what is edited (default /tmp)."),
  HOME("Where ~ is."),
  XDG_CONFIG_HOME(
      "Where libvirt/auth.conf, libvirt/libvirt.conf and vireo/known_hosts are looked for (default"
          + " ~/.config)."),
  VIREO_LIBVIRT_CONF("File of aliases and of the usual host, instead of libvirt.conf."),
  XDG_CACHE_HOME("Where the shell keeps its history, in vireo/history (default ~/.cache)."),
  VIREO_JAVA_HOME("The Java to run on; else JAVA_HOME, if it is new enough, or one that is found."),
  JAVA_HOME("See VIREO_JAVA_HOME."),
  SDKMAN_DIR("Where Java is looked for besides, in candidates/java (default ~/.sdkman)."),
  VIREO_JAVA_OPTIONS("Options for the Java virtual machine, with blanks between them."),
  LC_ALL("With LC_CTYPE and LANG the encoding of words and file names: UTF-8 where they say none."),
  LC_CTYPE("See LC_ALL."),
  LANG("See LC_ALL."),
  PWD("Name of the current directory, where that has been deleted.");

  private final String text;

  EnvironmentVariable(String text) {
    this.text = text;
  }

  /** What it does. */
  String text() {
    return text;
  }
}
