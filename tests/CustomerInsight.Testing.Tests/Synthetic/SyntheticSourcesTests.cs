namespace CustomerInsight.Testing.Tests;

public class SyntheticSourcesTests
{
    private static readonly SyntheticData Data = SyntheticCustomers.Generate(new SyntheticOptions { Seed = 9, Records = 1_500, ChineseShare = 0.5 });

    [Fact]
    public void RecordSources_Each_HasItsNameRankAndConventions()
    {
        Assert.Equal(["crm", "shop", "loyalty"], Data.RecordSources.Select(static source => source.Name));
        Assert.Equal([0, 1, 2], Data.RecordSources.Select(static source => source.TrustRank));
        Assert.Equal(DateOrder.MonthDayYear, Data.RecordSources[2].Conventions.DateOrder);
        Assert.All(Data.RecordSources, static source => Assert.Equal("44", source.Conventions.PhoneCountryCode));
    }

    [Fact]
    public async Task RecordSources_Together_GiveEveryRecordOnce()
    {
        List<SourceRecord> read = [];
        foreach (IRecordSource source in Data.RecordSources)
        {
            await foreach (RecordChange change in source.ReadAsync(SourceCursor.Start, default))
            {
                read.Add(change.Record!);
            }
        }

        Assert.Equal(Data.Records.OrderBy(static record => record.Key), read.OrderBy(static record => record.Key));
    }

    [Fact]
    public async Task ActivitySources_Together_GiveEveryActivityOnce()
    {
        List<CustomerActivity> read = [];
        foreach (IActivitySource source in Data.ActivitySources)
        {
            await foreach (ActivityChange change in source.ReadAsync(SourceCursor.Start, default))
            {
                read.Add(change.Activity!);
            }
        }

        Assert.Equal(Data.Activities.OrderBy(static activity => activity.Key), read.OrderBy(static activity => activity.Key));
    }

    [Fact]
    public async Task Sources_AllOfThem_KeepTheLaws()
    {
        foreach (IRecordSource source in Data.RecordSources)
        {
            await RecordSourceLaws.CheckAsync(source);
        }

        foreach (IActivitySource source in Data.ActivitySources)
        {
            await ActivitySourceLaws.CheckAsync(source);
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("-1")]
    [InlineData("99999999")]
    public async Task ReadAsync_ForeignCursor_IsRefused(string cursor)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => Read(Data.RecordSources[0].ReadAsync(new SourceCursor(cursor), default)));
        await Assert.ThrowsAsync<ArgumentException>(() => Read(Data.ActivitySources[0].ReadAsync(new SourceCursor(cursor), default)));
    }

    [Fact]
    public async Task ReadAsync_Cancelled_Stops()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAsync<OperationCanceledException>(() => Read(Data.RecordSources[0].ReadAsync(SourceCursor.Start, cancelled)));
        await Assert.ThrowsAsync<OperationCanceledException>(() => Read(Data.ActivitySources[0].ReadAsync(SourceCursor.Start, cancelled)));
    }

    [Fact]
    public void Identifiers_OfWeChat_AreScopedAsWeChatScopesThem()
    {
        (int Person, Identifier Identifier)[] claims = [.. Data.Records.SelectMany(record => record.Identifiers.Select(identifier => (Data.Truth[record.Key], identifier)))];
        (int Person, Identifier Identifier)[] openIds = [.. claims.Where(static claim => claim.Identifier.Type == "wechat.openid")];

        Assert.NotEmpty(openIds);
        Assert.All(claims, static claim => Assert.True(claim.Identifier.Type is "wechat.openid" or "wechat.unionid"));
        Assert.All(claims.Except(openIds), static claim => Assert.Equal("open-platform", claim.Identifier.Scope));
        Assert.Equal(["wx3f8a51c07be2d964", "wx90c4d7e2a1b85f36"], openIds.Select(static claim => claim.Identifier.Scope).Distinct().Order(StringComparer.Ordinal));
        Assert.All(claims, static claim => Assert.Matches("^o[A-Za-z0-9_-]{27}$", claim.Identifier.Value));

        // One person has one id in a scope, one id belongs to one person, and another app knows the person by another.
        Assert.All(claims.GroupBy(static claim => (claim.Person, claim.Identifier.Scope)), static group => Assert.Single(group.Distinct()));
        Assert.All(claims.GroupBy(static claim => claim.Identifier.Value), static group => Assert.Single(group.Distinct()));
        Assert.Contains(openIds.Distinct().GroupBy(static claim => claim.Person), static group => group.Count() == 2);
        Assert.All(claims, static claim => Assert.True(Data.People[claim.Person].IsChinese));
    }

    [Fact]
    public void ChineseNames_InSourcesThatRomanize_AreInLatinLetters()
    {
        SourceRecord[] chinese = [.. Data.Records.Where(static record => Data.People[Data.Truth[record.Key]].IsChinese)];
        double Latin(string source) => chinese.Where(record => record.Key.Source == source)
            .Average(static record => record.Values.ToArray().SelectMany(static values => values).All(static value => value.All(char.IsAscii)) ? 1.0 : 0.0);

        Assert.Equal(1, Latin("loyalty"));
        Assert.Equal(0.1, Latin("crm"), 0.07);
        Assert.Equal(0.5, Latin("shop"), 0.1);
    }

    [Fact]
    public void Sources_OfTheHostsOwn_AreUsed()
    {
        var own = new SyntheticSource("clinic")
        {
            Attributes = [SyntheticAttributes.FamilyName, SyntheticAttributes.GivenName, SyntheticAttributes.DateOfBirth],
            DateFormat = "yyyyMMdd",
            MissingRate = 0,
            TypoRate = 0,
        };

        SyntheticData data = SyntheticCustomers.Generate(new SyntheticOptions { Records = 200, Sources = [own], ChineseShare = 0 });

        Assert.All(data.Records, static record =>
        {
            Assert.Equal("clinic", record.Key.Source);
            Assert.Equal(["family_name", "given_name", "date_of_birth"], record.Schema.Attributes.Select(static attribute => attribute.Name));
            Assert.Matches("^[12][0-9]{7}$", record["date_of_birth"].First);
        });
        Assert.Equal("clinic", Assert.Single(data.RecordSources).Name);
        Assert.Equal("clinic", Assert.Single(data.ActivitySources).Name);
    }

    private static async Task Read<T>(IAsyncEnumerable<T> rows)
    {
        await foreach (T row in rows)
        {
            Assert.NotNull(row);
        }
    }
}
