package dev.vireo.interop.vmx;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What C libvirt makes of the corpus, by the names of the documents. */
final class LibvirtOfCorpus {
  private LibvirtOfCorpus() {}

  /**
   * Converts all documents of a direction.
   *
   * @param site what libvirt is connected to
   * @param direction which way
   * @param folder an empty folder
   */
  static Map<String, Result> at(Site site, Direction direction, Path folder) {
    return of(Corpus.of(direction), site, direction, folder);
  }

  /** Converts some documents. */
  static Map<String, Result> of(
      List<Corpus.Entry> entries, Site site, Direction direction, Path folder) {
    List<byte[]> documents = entries.stream().map(Corpus.Entry::bytes).toList();
    Map<String, Result> results = new LinkedHashMap<>();
    try (LibvirtConverter libvirt = LibvirtConverter.open(site, folder)) {
      List<Result> all =
          direction == Direction.VMX_TO_XML
              ? libvirt.vmxToXml(documents)
              : libvirt.xmlToVmx(documents);
      for (int i = 0; i < all.size(); i++) {
        results.put(entries.get(i).name(), all.get(i));
      }
    }
    return results;
  }
}
