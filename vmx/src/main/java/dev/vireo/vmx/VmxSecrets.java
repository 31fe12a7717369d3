package dev.vireo.vmx;

import java.util.regex.Pattern;

/**
 * Which keys of a configuration file hold secrets. Their values are shown in no message, log or
 * comparison. The list stands here and nowhere else.
 */
public final class VmxSecrets {

  /** What a message shows for the value of such a key. */
  public static final String HIDDEN = "(not shown)";

  /** Parts of names that mean a secret, whoever chose the name. */
  private static final String NAMED_SO =
      ".*(password|passwd|passphrase|passcode|secret|credential|token|private[._-]?key|api[._-]?key)"
          + ".*";

  /** The password of VNC in another form. */
  private static final String VNC = "remotedisplay\\.vnc\\.key";

  /** The keys of an encrypted machine, wrapped in others, and what is encrypted with them. */
  private static final String ENCRYPTION =
      "encryption\\.(data|bundle|.*key.*)|(.+\\.)?(datafilekey|diskkey|keysafe)";

  /**
   * What is handed to the guest as a whole: cloud-init, Ignition, Combustion, Talos, the
   * environment of an OVF, and the free text that older guests read. Passwords and private keys are
   * usual in all of them.
   */
  private static final String GUEST =
      "guestinfo\\.(.+\\.)?(userdata|vendordata|metadata|ovfenv|data|config|script|kickstart|seed)"
          + "|machine\\.id";

  private static final Pattern KEYS =
      Pattern.compile(String.join("|", NAMED_SO, VNC, ENCRYPTION, GUEST), Pattern.DOTALL);

  private VmxSecrets() {}

  /** A value for a message, in quotation marks; {@link #HIDDEN} if it is a secret. */
  public static String shown(String key, String value) {
    return isSecret(key) ? HIDDEN : '"' + value + '"';
  }

  /** Whether the value of a key is a secret, whatever the case of the key. */
  public static boolean isSecret(String key) {
    return KEYS.matcher(VmxKeys.fold(key)).matches();
  }
}
