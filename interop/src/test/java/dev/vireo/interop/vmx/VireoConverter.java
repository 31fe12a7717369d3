package dev.vireo.interop.vmx;

import dev.vireo.model.domain.DomainXml;
import dev.vireo.model.xml.XmlException;
import dev.vireo.vmx.DatastorePath;
import dev.vireo.vmx.DatastoreResolver;
import dev.vireo.vmx.DatastoreResolver.Datastore;
import dev.vireo.vmx.DomainToVmx;
import dev.vireo.vmx.ReadOptions;
import dev.vireo.vmx.VmxDocument;
import dev.vireo.vmx.VmxException;
import dev.vireo.vmx.VmxSyntaxException;
import dev.vireo.vmx.VmxTarget;
import dev.vireo.vmx.VmxToDomain;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Vireo's converters, as a connection to a site would use them. */
final class VireoConverter implements Converter {
  // The controllers that libvirt finds from the kinds of adapters.
  private static final Map<String, String> MODELS =
      Map.of(
          "lsilogic",
          "lsilogic",
          "buslogic",
          "buslogic",
          "lsisas1068",
          "lsisas1068",
          "pvscsi",
          "vmpvscsi");

  private final VmxToDomain reader;
  private final DomainToVmx writer;

  VireoConverter(Site site) {
    DatastoreResolver fileNames =
        new DatastoreResolver(
            List.of(new Datastore(site.datastore(), site.mountPath())),
            new DatastorePath("?", "?/unknown.vmx"),
            path -> model(site, path));
    reader = new VmxToDomain(ReadOptions.of(fileNames));
    writer = new DomainToVmx(VmxTarget.ofHardwareVersion(site.hardwareVersion()), fileNames);
  }

  private static @Nullable String model(Site site, String path) {
    DatastorePath file = DatastorePath.parse(path);
    String adapter =
        file == null || !file.datastore().equals(site.datastore())
            ? null
            : AutodetectDisks.ADAPTERS.get(file.path());
    return adapter == null ? null : MODELS.get(adapter);
  }

  @Override
  public List<Result> vmxToXml(List<byte[]> files) {
    return convert(
        files, file -> DomainXml.format(reader.convert(VmxDocument.parse(file)).domain()));
  }

  @Override
  public List<Result> xmlToVmx(List<byte[]> documents) {
    return convert(
        documents, document -> writer.convert(DomainXml.parse(document)).document().text());
  }

  private static List<Result> convert(List<byte[]> documents, Function<byte[], String> conversion) {
    return documents.stream().map(document -> convert(document, conversion)).toList();
  }

  private static Result convert(byte[] document, Function<byte[], String> conversion) {
    try {
      return new Result.Document(conversion.apply(document));
    } catch (VmxException | VmxSyntaxException | XmlException e) {
      return new Result.Refusal(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void close() {}
}
