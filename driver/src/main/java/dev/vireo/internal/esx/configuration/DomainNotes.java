package dev.vireo.internal.esx.configuration;

import dev.vireo.DomainMetadataType;
import dev.vireo.ErrorCode;
import dev.vireo.LibvirtException;
import dev.vireo.TaskOptions;
import dev.vireo.flag.DomainModificationImpact;
import dev.vireo.internal.esx.Attempt;
import dev.vireo.internal.esx.HostContext;
import dev.vireo.internal.esx.MachineIdentity;
import dev.vireo.internal.esx.task.MachineTasks;
import dev.vireo.model.DomainMetadata;
import dev.vireo.model.xml.XmlException;
import dev.vireo.spi.ConfigurationTable;
import dev.vireo.spi.DomainHandle;
import dev.vireo.vim.property.ObjectProperties;
import dev.vireo.vim.types.OptionValue;
import dev.vireo.vim.types.VirtualMachineConfigSpec;
import dev.vireo.vmx.NoteKeys;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What machines are called, what is noted of them, and whether they start with the host. The
 * description is VMware's annotation; title and metadata are entries of the VMX file that only
 * Vireo knows.
 */
public final class DomainNotes implements ConfigurationTable {

  private static final String GET = "virDomainGetMetadata";
  private static final String SET = "virDomainSetMetadata";
  private static final String ANNOTATION = "config.annotation";
  private static final String EXTRA = "config.extraConfig";

  private final HostContext host;
  private final MachineTasks tasks;
  private final Reconfigurer reconfigurer;

  /**
   * @param tasks carries out what the host does as a task
   */
  public DomainNotes(HostContext host, MachineTasks tasks) {
    this.host = host;
    this.tasks = tasks;
    this.reconfigurer = new Reconfigurer(host, tasks);
  }

  @Override
  public void setAutostart(DomainHandle domain, boolean autostart) {
    Attempt attempt =
        Attempt.onDomain("virDomainSetAutostart", "Could not set autostart", domain.name());
    attempt.run(() -> new AutoStart(host).set(HostContext.machine(domain), autostart, attempt));
  }

  @Override
  public void rename(DomainHandle domain, String name, TaskOptions options) {
    Renaming renaming = new Renaming(name);
    Attempt attempt = Attempt.onDomain(renaming.function(), renaming.complaint(), domain.name());
    if (name.chars().anyMatch(Character::isISOControl)) {
      throw attempt.error(
          ErrorCode.INVALID_ARG, "a control character cannot be in the name of a domain", null);
    }
    if (name.equals(domain.name())) {
      throw attempt.error(ErrorCode.OPERATION_INVALID, "Can't rename domain to itself", null);
    }
    tasks.run(renaming, domain, options);
  }

  @Override
  public String metadata(
      DomainHandle domain,
      DomainMetadataType type,
      @Nullable String uri,
      Set<DomainModificationImpact> flags) {
    Attempt attempt = HostContext.reading(GET, domain);
    Impact impact = Impact.of(flags).requireOne(attempt);
    requireUri(type, uri, attempt);
    return attempt
        .get(() -> {
          String path = type == DomainMetadataType.DESCRIPTION ? ANNOTATION : EXTRA;
          ObjectProperties machine =
              host.queries()
                  .machine(HostContext.machine(domain), List.of(MachineIdentity.POWER_STATE, path));
          impact.require(machine, attempt);
          return switch (type) {
            case DESCRIPTION -> Optional.ofNullable(machine.find(ANNOTATION, String.class));
            case TITLE -> Optional.ofNullable(extra(machine, NoteKeys.TITLE));
            case ELEMENT -> elements(machine, attempt).find(required(uri));
          };
        })
        .filter(text -> !text.isEmpty())
        .orElseThrow(() ->
            attempt.error(
                ErrorCode.NO_DOMAIN_METADATA, "Requested metadata element is not present", null));
  }

  @Override
  public void setMetadata(
      DomainHandle domain,
      DomainMetadataType type,
      @Nullable String text,
      @Nullable String key,
      @Nullable String uri,
      Set<DomainModificationImpact> flags,
      TaskOptions options) {
    Purpose purpose =
        new Purpose(
            SET, "set the metadata", "Could not change metadata", Impact.of(flags).required());
    Attempt attempt = purpose.attempt(domain);
    requireUri(type, uri, attempt);
    String value = text == null ? "" : text;
    switch (type) {
      case DESCRIPTION ->
          reconfigurer.change(
              purpose, domain, VirtualMachineConfigSpec.builder().annotation(value), options);
      case TITLE -> {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
          throw attempt.error(ErrorCode.INVALID_ARG, "metadata title can't contain newlines", null);
        }
        reconfigurer.change(purpose, domain, entry(NoteKeys.TITLE, value), options);
      }
      case ELEMENT ->
          setElement(purpose, domain, edit(value, key, required(uri), attempt), options);
    }
  }

  /** A change of the elements, tried on none of them before the host is asked. */
  private static UnaryOperator<DomainMetadata> edit(
      String xml, @Nullable String key, String uri, Attempt attempt) {
    if (xml.isEmpty()) {
      return metadata -> metadata.without(uri);
    }
    if (key == null) {
      throw attempt.error(
          ErrorCode.INVALID_ARG, "namespace key is required when modifying metadata", null);
    }
    try {
      DomainMetadata.NONE.with(xml, key, uri);
    } catch (XmlException e) {
      throw attempt.error(ErrorCode.XML_ERROR, String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      throw attempt.error(ErrorCode.INVALID_ARG, String.valueOf(e.getMessage()), e);
    }
    return metadata -> metadata.with(xml, key, uri);
  }

  private void setElement(
      Purpose purpose,
      DomainHandle domain,
      UnaryOperator<DomainMetadata> edit,
      TaskOptions options) {
    reconfigurer.change(
        purpose,
        domain,
        List.of(EXTRA),
        machine -> {
          DomainMetadata before = elements(machine, purpose.attempt(domain));
          DomainMetadata after = edit.apply(before);
          if (after.equals(before)) {
            return null;
          }
          return entry(NoteKeys.METADATA, after.elements().isEmpty() ? "" : after.format());
        },
        options);
  }

  /** What is noted so far; never taken for nothing when it cannot be read, as it would be lost. */
  private static DomainMetadata elements(ObjectProperties machine, Attempt attempt) {
    String text = extra(machine, NoteKeys.METADATA);
    if (text == null || text.isEmpty()) {
      return DomainMetadata.NONE;
    }
    try {
      return DomainMetadata.parse(text);
    } catch (XmlException e) {
      LibvirtException unreadable =
          attempt.error(
              ErrorCode.XML_ERROR,
              "the entry '" + NoteKeys.METADATA + "' of the VMX file: " + e.getMessage(),
              e);
      throw unreadable.withHints(
          List.of("look at the entry with 'dumpxml', and remove or mend it in the VMX file"));
    }
  }

  private static void requireUri(DomainMetadataType type, @Nullable String uri, Attempt attempt) {
    boolean element = type == DomainMetadataType.ELEMENT;
    if (element && (uri == null || uri.isEmpty())) {
      throw attempt.error(
          ErrorCode.INVALID_ARG, "an element of the metadata is named by its namespace", null);
    }
    if (!element && uri != null) {
      throw attempt.error(
          ErrorCode.INVALID_ARG, "only an element of the metadata has a namespace", null);
    }
  }

  private static String required(@Nullable String uri) {
    if (uri == null) {
      throw new IllegalStateException("the namespace was not checked");
    }
    return uri;
  }

  private static VirtualMachineConfigSpec.Builder entry(String key, String value) {
    return VirtualMachineConfigSpec.builder()
        .extraConfig(List.of(new OptionValue.Plain(key, value)));
  }

  private static @Nullable String extra(ObjectProperties machine, String key) {
    for (OptionValue option : machine.list(EXTRA, OptionValue.class)) {
      if (option.key().equalsIgnoreCase(key) && option.value() != null) {
        return option.value().toString();
      }
    }
    return null;
  }
}
