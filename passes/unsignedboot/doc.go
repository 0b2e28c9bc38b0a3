// report a boot that names a user and carries no proof.
package unsignedboot
