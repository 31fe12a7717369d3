package dev.vireo.nest;

import dev.vireo.model.xml.XmlNode;
import dev.vireo.model.xml.XmlNode.Attribute;
import dev.vireo.model.xml.XmlNode.Element;
import dev.vireo.nest.internal.XmlQuery;
import dev.vireo.nest.version.EsxiVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The mark in a domain's {@code <metadata>} by which nested hosts are found again.
 *
 * @param esxi the version that the domain was made for
 * @param madeDisks images of disks and installation media that were made for it, which alone may be
 *     removed with it
 * @param serialLog its serial log
 */
public record NestMetadata(EsxiVersion esxi, List<Path> madeDisks, Path serialLog) {

  /** Namespace of the mark. */
  public static final String NAMESPACE = "https://vireo.dev/nest/1";

  public NestMetadata {
    Objects.requireNonNull(esxi);
    madeDisks = List.copyOf(madeDisks);
    Objects.requireNonNull(serialLog);
  }

  /** The mark for a wanted host. */
  static NestMetadata of(NestedHostSpec spec) {
    List<Path> made = new ArrayList<>();
    spec.newImages().forEach(image -> made.add(image.path()));
    made.addAll(spec.madeMedia());
    return new NestMetadata(spec.esxi(), made, spec.serialLog());
  }

  /** The {@code <metadata>} element. */
  Element toElement() {
    List<XmlNode> children = new ArrayList<>();
    for (Path disk : madeDisks) {
      children.add(
          element("nest:made-disk", List.of(new Attribute("path", disk.toString())), List.of()));
    }
    children.add(
        element(
            "nest:serial-log", List.of(new Attribute("path", serialLog.toString())), List.of()));
    Element host =
        element(
            "nest:host",
            List.of(new Attribute("xmlns:nest", NAMESPACE), new Attribute("esxi", esxi.text())),
            children);
    return new Element("metadata", "", List.of(), List.of(host));
  }

  /**
   * Reads the mark of a domain.
   *
   * @param domainXml the domain's document
   * @return empty for a domain that is no nested host of ours
   * @throws NestException if the mark is there and cannot be read
   */
  static Optional<NestMetadata> read(String domainXml) {
    return XmlQuery.parse(domainXml)
        .first("metadata", "host")
        .filter(host -> host.namespace().equals(NAMESPACE))
        .map(NestMetadata::read);
  }

  private static NestMetadata read(XmlQuery host) {
    return new NestMetadata(
        EsxiVersion.parse(host.attribute("esxi").orElse("")),
        host.all("made-disk").stream()
            .flatMap(disk -> disk.attribute("path").stream())
            .map(Path::of)
            .toList(),
        Path.of(host.first("serial-log").flatMap(log -> log.attribute("path")).orElse("")));
  }

  private static Element element(String name, List<Attribute> attributes, List<XmlNode> children) {
    return new Element(name, NAMESPACE, attributes, children);
  }
}
