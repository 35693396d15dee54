using IpPlatform.Domain.Tenants;
using IpPlatform.EdgeContract;
using IpPlatform.Tenancy.Files;
using IpPlatform.TestSupport;

namespace IpPlatform.UnitTests.Tenancy;

public sealed class TenantFolderTests
{
    private static readonly string Tenants = Repository.At("tenants");

    public static TheoryData<string> Broken { get; } =
        [.. Directory.EnumerateFiles(Repository.At("tests", "IpPlatform.UnitTests", "Tenancy", "bad"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)).Order()];

    [Fact]
    public void The_four_municipalities_are_free_of_errors()
    {
        var (folders, errors) = TenantFolder.ReadAll(Tenants, ReservedSlugs.All);
        Assert.Empty(errors);
        Assert.Equal(["alver", "gulen", "hoyanger", "luster"], folders.Select(folder => folder.Municipality.Slug));
    }

    [Fact]
    public void Both_of_Lusters_phones_stand_with_label_and_source()
    {
        var units = Read("luster").Contacts.Where(contact => contact.Purpose == ContactPurpose.Unit).ToArray();
        Assert.Equal(["+4757685715", "+4757685716"], units.Select(contact => contact.Phone));
        Assert.All(units, contact => Assert.False(string.IsNullOrWhiteSpace(contact.Label) || string.IsNullOrWhiteSpace(contact.Source)));
        Assert.Equal(2, units.Select(contact => contact.Source).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_file_is_refused_with_every_error_at_its_place(string name)
    {
        var bad = Repository.At("tests", "IpPlatform.UnitTests", "Tenancy", "bad");
        var root = Directory.CreateTempSubdirectory("ip-tenants-");
        try
        {
            var folder = root.CreateSubdirectory("luster").FullName;
            File.Copy(Path.Combine(bad, $"{name}.json"), Path.Combine(folder, TenantFolder.MainFile));
            var (folders, errors) = TenantFolder.ReadAll(root.FullName, ReservedSlugs.All);
            Assert.Empty(folders);
            var found = errors.Select(error => $"{error.Line}:{error.Column}: {error.Message}").ToArray();
            Assert.Equal(File.ReadAllLines(Path.Combine(bad, $"{name}.expected")), found);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("shape")]
    [InlineData("meaning")]
    public void A_broken_form_is_refused_with_every_error_at_its_place_beside_those_of_the_main_file(string name)
    {
        var bad = Repository.At("tests", "IpPlatform.UnitTests", "Tenancy");
        var root = Directory.CreateTempSubdirectory("ip-tenants-");
        try
        {
            var forms = root.CreateSubdirectory("luster/forms").FullName;
            File.Copy(Path.Combine(bad, "bad", "legality.json"), Path.Combine(root.FullName, "luster", TenantFolder.MainFile));
            File.Copy(Path.Combine(bad, "bad-forms", $"{name}.json"), Path.Combine(forms, "behov.json"));
            var (folders, errors) = TenantFolder.ReadAll(root.FullName, ReservedSlugs.All);
            Assert.Empty(folders);
            Assert.Contains(errors, error => Path.GetFileName(error.File) == TenantFolder.MainFile);
            Assert.Equal(
                File.ReadAllLines(Path.Combine(bad, "bad-forms", $"{name}.expected")),
                errors.Where(error => Path.GetFileName(error.File) == "behov.json").Select(error => $"{error.Line}:{error.Column}: {error.Message}"));
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    [Fact]
    public void A_changed_form_is_a_changed_folder_and_what_is_exported_has_the_form_in_a_file_of_its_own()
    {
        var root = Directory.CreateTempSubdirectory("ip-tenants-");
        try
        {
            var luster = Read("luster") with { Forms = [Forms.SampleForm.Definition] };
            var first = Written(luster);
            Assert.Equal(TenantJson.Canonical(luster), first.Body);
            Assert.True(File.Exists(Path.Combine(root.FullName, "luster", "forms", "behov.json")));
            Assert.NotEqual(first.Hash, Written(luster with { Forms = [Forms.SampleForm.Definition with { Version = 2 }] }).Hash);
        }
        finally
        {
            root.Delete(recursive: true);
        }

        TenantFolder Written(Municipality municipality)
        {
            foreach (var (file, content) in TenantJson.Files(municipality))
            {
                var path = Path.Combine(root.FullName, municipality.Slug, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, content);
            }

            var (folders, errors) = TenantFolder.ReadAll(root.FullName, ReservedSlugs.All);
            Assert.Empty(errors);
            return Assert.Single(folders);
        }
    }

    [Fact]
    public void What_is_exported_reads_back_the_same()
    {
        var luster = Read("luster");
        var again = System.Text.Json.JsonSerializer.Deserialize<Municipality>(TenantJson.Canonical(luster), TenantJson.Options)!;
        Assert.Equal(TenantJson.Canonical(luster), TenantJson.Canonical(again));
    }

    private static Municipality Read(string slug) => TenantFolder.ReadAll(Tenants, ReservedSlugs.All).Folders.Single(folder => folder.Municipality.Slug == slug).Municipality;
}
