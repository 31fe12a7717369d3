package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers to the questions of ESXi's installer, which VMware calls an installation script and
 * Red Hat's installer a kickstart file. Commands and their options are those of "Installation and
 * Upgrade Script Commands" in VMware's documents, see {@link ManagementNetwork}.
 *
 * @param esxi the version that is installed
 * @param password root's password
 * @param network how the host is reached
 * @param disk where it is installed
 * @param licenseKey VMware's licence key; null for the evaluation of 60 days
 * @param ssh whether the host takes logins by SSH
 * @param shell whether the host takes logins at its console
 * @param nestedSettings whether virtual machines in the host may run although it is a guest itself;
 *     see {@link KickstartBuilder#nestedSettings}
 * @param ignorePrerequisites whether the host is installed although the installer finds its machine
 *     unsupported or too small
 * @param afterInstall what the installer does at its end
 * @param kernelSettings boot options that the installed host keeps
 * @param firstBoot lines for the host's shell when it starts for the first time
 */
public record Kickstart(
    EsxiVersion esxi,
    PasswordHash password,
    ManagementNetwork network,
    InstallDisk disk,
    @Nullable String licenseKey,
    boolean ssh,
    boolean shell,
    boolean nestedSettings,
    boolean ignorePrerequisites,
    AfterInstall afterInstall,
    List<KernelOption> kernelSettings,
    List<String> firstBoot) {

  /** The largest file, in bytes. */
  static final int MAX_BYTES = 1 << 20;

  private static final Pattern LICENSE_KEY = Pattern.compile("[0-9A-Z]{5}(-[0-9A-Z]{5}){4}");

  public Kickstart {
    Objects.requireNonNull(esxi);
    Objects.requireNonNull(password);
    Objects.requireNonNull(network);
    Objects.requireNonNull(disk);
    Objects.requireNonNull(afterInstall);
    kernelSettings = List.copyOf(kernelSettings);
    firstBoot = List.copyOf(firstBoot);
    if (licenseKey != null && !LICENSE_KEY.matcher(licenseKey).matches()) {
      throw new NestException(
          "the licence key is not one: five groups of five capital letters and digits, with hyphens"
              + " between");
    }
    firstBoot.forEach(Kickstart::requireLine);
  }

  /**
   * Starts a kickstart file.
   *
   * @param esxi the version that is installed
   * @param password root's password
   */
  public static KickstartBuilder builder(EsxiVersion esxi, PasswordHash password) {
    return new KickstartBuilder(esxi, password);
  }

  /** The file. It has the hash of root's password: keep it as one keeps the password. */
  public String text() {
    return KickstartText.of(this);
  }

  /**
   * The file as bytes; see {@link #text}.
   *
   * @throws NestException if it is larger than 1 MiB, which is more than installation media hold
   */
  public byte[] bytes() {
    byte[] bytes = text().getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MAX_BYTES) {
      throw new NestException("the kickstart file would be larger than 1 MiB")
          .withHint("have the first boot fetch what it needs");
    }
    return bytes;
  }

  private static void requireLine(String line) {
    if (line.chars()
        .anyMatch(character -> Character.isISOControl(character) && character != '\t')) {
      throw new NestException(
          "'%s' is not one line for the first boot: it has a line break or another control character"
              .formatted(line.replaceAll("\\p{Cntrl}", "?")));
    }
    if (line.stripLeading().startsWith("%")) {
      throw new NestException(
          "'%s' cannot be a line for the first boot: a '%%' at its start begins another section"
              .formatted(line));
    }
  }

  /** What is installed, without the secrets. */
  @Override
  public String toString() {
    return "Kickstart[ESXi %s, %s, %s]".formatted(esxi.text(), network, disk);
  }
}
