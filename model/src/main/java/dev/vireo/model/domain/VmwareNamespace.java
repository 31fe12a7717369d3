package dev.vireo.model.domain;

import dev.vireo.model.xml.XmlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * libvirt's VMware extension ({@value #URI}).
 *
 * @param datacenterPath inventory path of the datacenter; null when not said
 * @param moref value of the virtual machine's managed object reference; null when not said
 * @param others other elements of the namespace
 */
public record VmwareNamespace(
    @Nullable String datacenterPath, @Nullable String moref, List<XmlNode.Element> others) {

  /** The namespace. */
  public static final String URI = "http://libvirt.org/schemas/domain/vmware/1.0";

  public VmwareNamespace {
    others = List.copyOf(others);
  }
}
