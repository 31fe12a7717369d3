package dev.vireo.internal.esx.definition;

import dev.vireo.ConvertedText;
import dev.vireo.DefinitionPlan;
import dev.vireo.DomainRemains;
import dev.vireo.DomainState;
import dev.vireo.ErrorCode;
import dev.vireo.ErrorDomain;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainDefineFlag;
import dev.vireo.flag.DomainUndefineFlag;
import dev.vireo.flag.DomainXmlFlag;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.EsxError;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.Memoized;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.domain.VmwareNamespace;
import dev.vireo.spi.DefinitionOutcome;
import dev.vireo.spi.DefinitionTable;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.Unsupported;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.Conversion;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.WrittenVmx;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Domains as XML and as VMX files, with the names of the host's datastores. */
public final class DomainDefinitions implements DefinitionTable {

  /** MIGRATABLE changes nothing; C libvirt takes it, too. */
  private static final Set<DomainXmlFlag> SUPPORTED =
      Set.of(DomainXmlFlag.SECURE, DomainXmlFlag.INACTIVE, DomainXmlFlag.MIGRATABLE);

  private static final String FORMAT = "vmware-vmx";
  private static final String VMX_PATH = "config.files.vmPathName";

  /** Where a file lies of which nobody says where it lies, as libvirt's driver has it. */
  private static final DatastorePath UNKNOWN_PLACE = new DatastorePath("?", "?/?");

  private final HostContext host;
  private final MachineTasks tasks;
  private final DatastoreFiles files;

  /**
   * On a host.
   *
   * @param tasks carries out what the host does as a task
   */
  public DomainDefinitions(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
    this.files = new DatastoreFiles(host.client());
  }

  /**
   * A domain's definition: two requests, and one more when a file name is absolute, or the path of
   * the configuration file has several closing brackets.
   */
  @Override
  public ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags) {
    Unsupported.requireOnly(
        flags, SUPPORTED, ErrorDomain.ESX, "virDomainGetXMLDesc", "esxDomainGetXMLDesc");
    Attempt attempt = HostContext.reading("virDomainGetXMLDesc", domain);
    return attempt.get(() -> describe(domain, flags, attempt));
  }

  private ConvertedText describe(DomainHandle domain, Set<DomainXmlFlag> flags, Attempt attempt) {
    ManagedObjectReference machine = HostContext.machine(domain);
    List<ObjectProperties> found =
        host.queries().machineInDatacenter(machine, List.of(VMX_PATH, MachineIdentity.POWER_STATE));
    ObjectProperties properties =
        found.stream()
            .filter(each -> each.object().equals(machine))
            .findFirst()
            .orElseThrow(() -> attempt.gone(null));
    Supplier<HostDatastores> datastores = datastores();
    DatastorePath vmx = vmxPath(properties, datastores, attempt);
    String datacenter = host.scope().datacenterPath(found);
    byte[] file = read(datacenter, vmx, attempt);
    boolean active =
        MachineIdentity.state(properties) != DomainState.SHUTOFF
            && !flags.contains(DomainXmlFlag.INACTIVE);
    ReadOptions options =
        options(fileNames(vmx, datastores))
            .withHost(
                active ? MachineIdentity.id(machine.value()) : null,
                new VmwareNamespace(datacenter, machine.value(), List.of()));
    String where = "The file '" + vmx + "' of the domain '" + domain.name() + "': ";
    return new ConversionErrors(attempt.function(), where)
        .get(() -> toXml(file, options, flags.contains(DomainXmlFlag.SECURE)));
  }

  private static DatastorePath vmxPath(
      ObjectProperties machine, Supplier<HostDatastores> datastores, Attempt attempt) {
    String text = machine.get(VMX_PATH, String.class);
    DatastorePath path = DatastorePath.parse(text, () -> datastores.get().names());
    if (path == null) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR,
          attempt.complaint() + ": the path of its VMX file is '" + text + "'",
          null);
    }
    return path;
  }

  private byte[] read(String datacenter, DatastorePath vmx, Attempt attempt) {
    byte[] file = files.read(datacenter, vmx.datastore(), vmx.path());
    if (file == null || file.length == 0) {
      throw attempt.error(
          ErrorCode.INTERNAL_ERROR,
          attempt.complaint()
              + ": its VMX file '"
              + vmx
              + "' "
              + (file == null ? "does not exist" : "is empty"),
          null);
    }
    return file;
  }

  @Override
  public DefinitionOutcome define(String xml, Set<DomainDefineFlag> flags, TaskOptions options) {
    return new DefinedDomains(host, tasks).define(xml, flags, options);
  }

  @Override
  public DefinitionPlan plan(String xml, Set<DomainDefineFlag> flags) {
    return new DefinedDomains(host, tasks).plan(xml, flags);
  }

  @Override
  public DomainRemains undefine(DomainHandle domain, Set<DomainUndefineFlag> flags) {
    return new Undefinition(host).undefine(domain, flags);
  }

  /** A VMX file as XML; no request unless a file name is absolute. */
  @Override
  public ConvertedText fromNative(String format, byte[] config) {
    requireFormat(format);
    String function = "virConnectDomainXMLFromNative";
    ReadOptions options = options(fileNames(UNKNOWN_PLACE, datastores()));
    return asking(function)
        .get(() -> new ConversionErrors(function, "").get(() -> toXml(config, options, false)));
  }

  /** XML as a VMX file; one request at most, and more for the models of disks' controllers. */
  @Override
  public ConvertedText toNative(String format, String xml) {
    requireFormat(format);
    String function = "virConnectDomainXMLToNative";
    return asking(function)
        .get(() ->
            new ConversionErrors(function, "")
                .get(() -> {
                  DomainDefinition domain = DomainXml.parse(xml);
                  Supplier<HostDatastores> datastores = datastores();
                  WrittenVmx written =
                      new DomainToVmx(
                              VmxTargets.of(host, datastores), fileNames(UNKNOWN_PLACE, datastores))
                          .convert(domain);
                  return converted(written.document().text(), written.warnings());
                }));
  }

  private ConvertedText toXml(byte[] file, ReadOptions options, boolean withSecrets) {
    Conversion conversion = new VmxToDomain(options).convert(VmxDocument.parse(file));
    DomainDefinition domain = conversion.domain();
    return converted(
        DomainXml.format(withSecrets ? domain : domain.withoutPasswords()), conversion.warnings());
  }

  private static ConvertedText converted(String text, List<ConversionWarning> warnings) {
    return new ConvertedText(text, warnings.stream().map(ConversionWarning::toString).toList());
  }

  private static void requireFormat(String format) {
    if (!format.equals(FORMAT)) {
      throw EsxError.of(ErrorCode.INVALID_ARG, "Unsupported config format '" + format + "'");
    }
  }

  private Attempt asking(String function) {
    return host.attempt(
        function, "Could not read the datastores of the host '" + host.name() + "'");
  }

  private ReadOptions options(HostFileNames fileNames) {
    return ReadOptions.of(fileNames).withLegacyUuid(!host.identity().isInstanceUuid());
  }

  private HostFileNames fileNames(DatastorePath vmx, Supplier<HostDatastores> datastores) {
    return new HostFileNames(vmx, datastores, new DiskSearch(host.client(), datastores));
  }

  private Supplier<HostDatastores> datastores() {
    return new Memoized<>(() -> HostDatastores.read(host.queries()));
  }
}
