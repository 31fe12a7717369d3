package dev.vireo.interop.vmx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Gives both converters the same documents, and tells where they disagree.
 *
 * @param libvirt C libvirt's
 * @param ours the Java one, for the same site
 * @param comparison knows what may differ
 */
record Differential(Converter libvirt, Converter ours, Comparison comparison) {
  /**
   * Converts the whole corpus.
   *
   * @param direction which way
   * @return what differs without being listed
   */
  List<String> corpus(Direction direction) {
    return compare(direction, Corpus.of(direction));
  }

  /**
   * Converts documents that are drawn by chance.
   *
   * @param direction which way
   * @param seed the seed of the first; each further one has the next number, and its name says it
   * @param count how many
   * @return what differs without being listed
   */
  List<String> random(Direction direction, long seed, int count) {
    return compare(
        direction,
        LongStream.range(seed, seed + count).mapToObj(each -> drawn(direction, each)).toList());
  }

  private static Corpus.Entry drawn(Direction direction, long seed) {
    byte[] document =
        switch (direction) {
          case VMX_TO_XML -> RandomVmx.file(seed);
          case XML_TO_VMX -> RandomDomain.document(seed);
        };
    return new Corpus.Entry("random document of seed " + seed, document);
  }

  /**
   * Converts some documents.
   *
   * @param direction which way
   * @param entries the documents
   * @return what differs without being listed
   */
  List<String> compare(Direction direction, List<Corpus.Entry> entries) {
    List<byte[]> documents = entries.stream().map(Corpus.Entry::bytes).toList();
    List<Result> theirs = convert(libvirt, direction, documents);
    List<Result> own = convert(ours, direction, documents);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Corpus.Entry entry = entries.get(i);
      Conversion conversion =
          new Conversion(direction, entry.name(), entry.text(), theirs.get(i), own.get(i));
      comparison
          .disagreement(conversion)
          .ifPresent(text -> disagreements.add(text + "--- of\n" + entry.text()));
    }
    return disagreements;
  }

  private static List<Result> convert(
      Converter converter, Direction direction, List<byte[]> documents) {
    return direction == Direction.VMX_TO_XML
        ? converter.vmxToXml(documents)
        : converter.xmlToVmx(documents);
  }
}
