using IpPlatform.Domain.Tenants;
using IpPlatform.Tenancy.Edits;

namespace IpPlatform.Tenancy.Files;

/// <summary>Is every need that goes elsewhere than to the unit received by a contact that is there to stay (O-028)?</summary>
internal static class ReceiverCheck
{
    public static IEnumerable<MeaningFault> Faults(Municipality tenant)
    {
        var contacts = ContactIds.Assign(tenant.Contacts);
        foreach (var (member, id) in new[] { ("habilitation", tenant.Receivers?.Habilitation), ("rehabilitation", tenant.Receivers?.Rehabilitation) })
        {
            if (id is not null && !contacts.Any(contact => contact.Id == id && contact.ValidTo is null)) yield return new MeaningFault(EditErrorCode.Receiver, $"There is no contact '{id}' that holds on.", "receivers", member);
        }
    }
}
