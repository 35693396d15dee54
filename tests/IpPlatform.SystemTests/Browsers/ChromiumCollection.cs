namespace IpPlatform.SystemTests.Browsers;

/// <summary>The tests that share <see cref="Chromium"/>; it is started for the first of them only.</summary>
[CollectionDefinition]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
