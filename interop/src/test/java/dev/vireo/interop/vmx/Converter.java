package dev.vireo.interop.vmx;

import java.util.List;

/**
 * Converts in both directions, many documents at once. The C side is {@link LibvirtConverter}; the
 * Java side is another implementation, made for the same {@link Site}.
 */
interface Converter extends AutoCloseable {
  /**
   * Converts VMX files to domain XML, as {@code domxml-from-native vmware-vmx} does.
   *
   * @param files the bytes of the files, in whatever encoding they declare
   * @return a result for each, in the same order
   */
  List<Result> vmxToXml(List<byte[]> files);

  /**
   * Converts domain XML to VMX files, as {@code domxml-to-native vmware-vmx} does.
   *
   * @param documents the bytes of the documents
   * @return a result for each, in the same order
   * @throws UnsupportedOperationException if the site cannot do it
   */
  List<Result> xmlToVmx(List<byte[]> documents);

  @Override
  void close();
}
