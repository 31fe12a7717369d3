package dev.vireo.internal.esx.definition;

import dev.vireo.DefinitionPlan;
import dev.vireo.DomainState;
import dev.vireo.TaskOptions;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.InventoryName;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.model.domain.DomainDefinition;
import dev.vireo.spi.DefinitionOutcome;
import dev.vireo.spi.DomainEntry;
import dev.vireo.spi.DomainHandle;
import dev.vireo.spi.UndoLog;
import dev.vireo.vim.VimException;
import dev.vireo.vim.file.DatastoreFile;
import dev.vireo.vim.file.DatastoreFiles;
import dev.vireo.vim.methods.RegisterVM_Task;
import dev.vireo.vim.transport.TransferBody;
import dev.vireo.vim.types.ManagedObjectReference;
import dev.vireo.vmx.ConversionWarning;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.WrittenVmx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A domain that a host does not have yet: its VMX file is uploaded and registered. */
final class NewDomain {

  private final HostContext host;
  private final DatastoreFiles files;
  private final DomainPlace place;
  private final WantedDomain wanted;
  private final Attempt attempt;
  private final DatastorePath usual;
  private final DatastorePath vmx;
  private final WrittenVmx written;

  /**
   * Prepares it; looks for a free name of its file.
   *
   * @param place what it has to fit in
   * @param target the virtual hardware that it is made for
   * @throws dev.vireo.LibvirtException when the host could not have it
   */
  NewDomain(HostContext host, DomainPlace place, VmxTarget target, WantedDomain wanted) {
    this.host = host;
    this.place = place;
    this.wanted = wanted.withUuid();
    this.files = new DatastoreFiles(host.client());
    this.attempt =
        Attempt.onDomain(DefinedDomains.FUNCTION, "Could not define domain", wanted.name());
    NewFilePlace places = new NewFilePlace(attempt.function(), place.datastores());
    this.usual = places.usual(wanted);
    this.written = convert(target);
    this.vmx = attempt.get(() -> places.free(usual, place.datacenterPath(), files));
  }

  private WrittenVmx convert(VmxTarget target) {
    HostFileNames names =
        new HostFileNames(
            usual, place::datastores, new DiskSearch(host.client(), place::datastores));
    return new ConversionErrors(attempt.function(), "")
        .get(() ->
            new DomainToVmx(target.withInstanceUuid(host.identity().isInstanceUuid()), names)
                .convert(wanted.definition()));
  }

  /** What it takes. */
  DefinitionPlan plan() {
    return new DefinitionPlan(
        wanted.name(),
        true,
        vmx.toString(),
        List.of(),
        List.of(RequestText.upload(file(), written.document()), RequestText.of(registration())),
        warnings());
  }

  private List<String> warnings() {
    List<String> warnings = new ArrayList<>(leftOut());
    if (!vmx.equals(usual)) {
      warnings.add(
          "the file '" + usual + "' exists and stays; that of the domain is '" + vmx + "'");
    }
    return warnings;
  }

  /** What of the wanted domain the file does not hold. */
  List<String> leftOut() {
    return written.warnings().stream().map(ConversionWarning::toString).toList();
  }

  private RegisterVM_Task registration() {
    return new RegisterVM_Task(
        place.folder(),
        vmx.toString(),
        InventoryName.escape(wanted.name()),
        false,
        place.pool(),
        place.host());
  }

  private DatastoreFile file() {
    return NewFilePlace.file(place.datacenterPath(), vmx);
  }

  /** Makes it; where that fails nothing is left of it. */
  DefinitionOutcome define(TaskOptions options) {
    UndoLog undo = new UndoLog(UndoLog.LIBVIRT_UNLESS_UNKNOWN);
    try {
      attempt.run(() -> upload(undo));
      ManagedObjectReference machine =
          attempt.get(() -> new Registration(host, registration(), attempt).register(options));
      return new DefinitionOutcome(entry(machine), plan());
    } catch (RuntimeException e) {
      throw undo.run(e);
    }
  }

  private void upload(UndoLog undo) {
    UndoLog.Action remove =
        () -> attempt.run(() -> Persistently.run(host.client(), () -> files.delete(file())));
    String what = "the file '" + vmx + "'";
    try {
      files.write(file(), TransferBody.of(written.document().toBytes()));
      undo.add(what, remove);
    } catch (VimException e) {
      if (e.mayHaveTakenEffect()) {
        undo.add(what, remove);
      }
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory can be read", e);
    }
  }

  private DomainEntry entry(ManagedObjectReference machine) {
    String reference = machine.value();
    return new DomainEntry(
        new DomainHandle(wanted.name(), uuid(), MachineIdentity.id(reference), reference),
        DomainState.SHUTOFF);
  }

  /** The uuid that lists will show: what the file says. */
  private UUID uuid() {
    DomainDefinition domain = wanted.definition();
    UUID bios = domain.hardwareUuid();
    return bios == null || host.identity().isInstanceUuid()
        ? Objects.requireNonNull(domain.uuid())
        : bios;
  }
}
