package dev.vireo.nest.install;

import dev.vireo.nest.NestException;
import dev.vireo.nest.version.EsxiVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects a {@link Kickstart}. Not for several threads. */
public final class KickstartBuilder {

  private final EsxiVersion esxi;
  private final PasswordHash password;
  private ManagementNetwork network = ManagementNetwork.Dhcp.first();
  private InstallDisk disk = InstallDisk.first();
  private @Nullable String licenseKey;
  private boolean licenseAccepted;
  private boolean ssh;
  private boolean shell;
  private boolean nestedSettings;
  private boolean ignorePrerequisites;
  private AfterInstall afterInstall = AfterInstall.REBOOT;
  private final List<KernelOption> kernelSettings = new ArrayList<>();
  private final List<String> firstBoot = new ArrayList<>();

  KickstartBuilder(EsxiVersion esxi, PasswordHash password) {
    this.esxi = Objects.requireNonNull(esxi);
    this.password = Objects.requireNonNull(password);
    this.nestedSettings = KickstartText.NEED_NESTED_SETTINGS.contains(esxi);
  }

  /**
   * Says that whoever installs accepts VMware's end user licence agreement. Nobody else can say it,
   * and without it the installer does nothing.
   */
  public KickstartBuilder acceptLicenseAgreement() {
    licenseAccepted = true;
    return this;
  }

  /** Sets {@link Kickstart#network}; DHCP at the first network card by default. */
  public KickstartBuilder network(ManagementNetwork value) {
    network = value;
    return this;
  }

  /** Sets {@link Kickstart#disk}; the first disk, not overwritten, by default. */
  public KickstartBuilder disk(InstallDisk value) {
    disk = value;
    return this;
  }

  /** Sets {@link Kickstart#licenseKey}; none by default. */
  public KickstartBuilder licenseKey(@Nullable String value) {
    licenseKey = value;
    return this;
  }

  /** Sets {@link Kickstart#ssh}; off by default. */
  public KickstartBuilder ssh(boolean value) {
    ssh = value;
    return this;
  }

  /** Sets {@link Kickstart#shell}; off by default. */
  public KickstartBuilder shell(boolean value) {
    shell = value;
    return this;
  }

  /**
   * Sets {@link Kickstart#nestedSettings}, which writes {@code vmx.allowNested} and its like to the
   * host's {@code /etc/vmware/config}; on by default for ESXi 5.5 and 6.0, which need it.
   */
  public KickstartBuilder nestedSettings(boolean value) {
    nestedSettings = value;
    return this;
  }

  /** Sets {@link Kickstart#ignorePrerequisites}; off by default. */
  public KickstartBuilder ignorePrerequisites(boolean value) {
    ignorePrerequisites = value;
    return this;
  }

  /** Sets {@link Kickstart#afterInstall}; a restart by default. */
  public KickstartBuilder afterInstall(AfterInstall value) {
    afterInstall = value;
    return this;
  }

  /**
   * Adds a boot option that the installed host keeps, such as {@code
   * cpuUniformityHardCheckPanic=FALSE}. The line that the installer itself is booted with is
   * another.
   */
  public KickstartBuilder kernelSetting(KernelOption value) {
    kernelSettings.add(value);
    return this;
  }

  /**
   * Adds a line for the host's shell when it starts for the first time.
   *
   * @param line one line, which stands in the file as it is
   */
  public KickstartBuilder firstBoot(String line) {
    firstBoot.add(line);
    return this;
  }

  /**
   * The finished record.
   *
   * @throws NestException if a value is not possible, or the licence agreement is not accepted
   */
  public Kickstart build() {
    if (!licenseAccepted) {
      throw new NestException(
              "an unattended installation accepts VMware's end user licence agreement for you")
          .withHint("say that you accept it");
    }
    return new Kickstart(
        esxi,
        password,
        network,
        disk,
        licenseKey,
        ssh,
        shell,
        nestedSettings,
        ignorePrerequisites,
        afterInstall,
        kernelSettings,
        firstBoot);
  }
}
