using System.Xml.Linq;
using IpPlatform.Storage.Connections;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace IpPlatform.Storage.DataProtection;

/// <summary>The web's data-protection keys, shared by all silos so that a form posted to another one still counts.</summary>
public sealed class DataProtectionKeyRepository(Database database) : IXmlRepository
{
    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command = database.App.CreateCommand("select xml from platform.data_protection_key");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.App.CreateCommand("insert into platform.data_protection_key (id, xml) values ($1, $2) on conflict (id) do nothing");
        command.Parameters.Add(new NpgsqlParameter { Value = friendlyName });
        command.Parameters.Add(new NpgsqlParameter { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
