package dev.vireo.interop.vmx;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Gives what another converter gives, changed.
 *
 * @param other the other one, which whoever opened it closes
 * @param change changes the documents
 */
record AlteredConverter(Converter other, UnaryOperator<String> change) implements Converter {
  @Override
  public List<Result> vmxToXml(List<byte[]> files) {
    return changed(other.vmxToXml(files));
  }

  @Override
  public List<Result> xmlToVmx(List<byte[]> documents) {
    return changed(other.xmlToVmx(documents));
  }

  private List<Result> changed(List<Result> results) {
    return results.stream()
        .map(result ->
            result instanceof Result.Document document
                ? new Result.Document(change.apply(document.text()), document.warnings())
                : result)
        .toList();
  }

  @Override
  public void close() {
    // the other one is closed by whoever opened it
  }
}
