package dev.vireo.interop.vmx;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.FileNameResolver;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSyntaxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import dev.vireo.vmx.WrittenVmx;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Vireo's converters, as a connection to a site uses them. */
final class VireoConverter implements Converter {
  /** What libvirt makes of the adapter that a disk was made for. */
  private static final Map<String, String> MODELS =
      Map.of(
          "lsilogic", "lsilogic",
          "buslogic", "buslogic",
          "lsisas1068", "lsisas1068",
          "pvscsi", "vmpvscsi");

  private final Site site;
  private final int hardwareVersion;
  private final FileNameResolver fileNames;

  /**
   * @param site decides about file names and the hardware version
   */
  VireoConverter(Site site) {
    this(site, site.hardwareVersion());
  }

  /**
   * @param site decides about file names
   * @param hardwareVersion the hardware version to write
   */
  VireoConverter(Site site, int hardwareVersion) {
    this.site = site;
    this.hardwareVersion = hardwareVersion;
    this.fileNames = fileNames(site);
  }

  /** The file names of a site; a file without a place is in the datastore and folder {@code ?}. */
  static FileNameResolver fileNames(Site site) {
    if (site.preset().isEmpty()) {
      return FileNameResolver.asIs();
    }
    return new DatastoreResolver(
        List.of(new Datastore(site.datastore(), site.mountPath())),
        new DatastorePath("?", "?/unknown.vmx"),
        path -> model(site, path));
  }

  private static @Nullable String model(Site site, String path) {
    DatastorePath file = DatastorePath.parse(path);
    if (file == null || !file.datastore().equals(site.datastore())) {
      return null;
    }
    String adapter = AutodetectDisks.ADAPTERS.get(file.path());
    return adapter == null ? null : MODELS.get(adapter);
  }

  @Override
  public List<Result> vmxToXml(List<byte[]> files) {
    VmxToDomain converter = new VmxToDomain(ReadOptions.of(fileNames));
    return convert(
        files,
        file -> {
          dev.vireo.vmx.Conversion read = converter.convert(VmxDocument.parse(file));
          return new Result.Document(DomainXml.format(read.domain()), read.warnings());
        });
  }

  @Override
  public List<Result> xmlToVmx(List<byte[]> documents) {
    if (site.preset().isEmpty()) {
      throw new UnsupportedOperationException("libvirt writes VMX files for ESX and GSX only");
    }
    DomainToVmx converter =
        new DomainToVmx(VmxTarget.ofHardwareVersion(hardwareVersion), fileNames);
    return convert(
        documents,
        document -> {
          WrittenVmx written = converter.convert(DomainXml.parse(document));
          return new Result.Document(written.document().text(), written.warnings());
        });
  }

  private static List<Result> convert(List<byte[]> documents, Function<byte[], Result> conversion) {
    return documents.stream().map(document -> convert(document, conversion)).toList();
  }

  /** What else is thrown is a bug, and ends the run. */
  private static Result convert(byte[] document, Function<byte[], Result> conversion) {
    try {
      return conversion.apply(document);
    } catch (VmxException | VmxSyntaxException | XmlException e) {
      return new Result.Refusal(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {
    // holds nothing
  }
}
