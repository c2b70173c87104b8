namespace CustomerInsight.Models.Tests;

/// <summary>What tells who a customer is stays out of comparisons, unless it is asked for.</summary>
public sealed class PersonalTraitTests
{
    private const int Customers = 200;

    private static readonly TraitMap<int> Map = TraitMap.For<int>(static i => $"c{i:D4}").Number("position", static i => i).Text("name", static i => i % 4 == 0 ? "Ann" : "Bob")
        .Texts("email", static i => [$"m{i}@x.example", i < 120 ? "info@x.example" : null]).Text("city", static i => i % 3 == 0 ? "Gent" : "Delft");

    [Fact]
    public void Differences_Addresses_AreNoTestEach()
    {
        SegmentDifferences found = Compare(Map, null);

        Assert.Equal(["info@x.example"], found.Differences.Where(difference => difference.Trait == "email" && difference.Aspect == DifferenceAspect.HasText).Select(difference => difference.Text));
        Assert.DoesNotContain(found.NotTested, untested => untested.Trait == "email");
    }

    [Fact]
    public void Differences_PersonalTraits_TellHowOftenTheyAreKnownOnly()
    {
        TraitMap<int> map = Map.Text("phone", static i => i < 90 ? $"{i}" : null).Personal("name", "email", "phone");

        SegmentDifferences found = Compare(map, null);

        Assert.Equal([("phone", DifferenceAspect.IsKnown)], found.Differences.Where(difference => difference.Trait is "name" or "email" or "phone").Select(difference => (difference.Trait, difference.Aspect)));
        Assert.Equal(["email", "name", "phone"], found.NotTested.Select(untested => untested.Trait).Order(StringComparer.Ordinal));
        Assert.All(found.NotTested, untested => Assert.Contains("SegmentDifferenceOptions.Traits", untested.Reason, StringComparison.Ordinal));
        Assert.Contains(found.Differences, difference => difference.Trait == "city");
        SegmentDifferences named = Compare(map, ["name", "email"]);
        Assert.Equal(["email", "name"], named.Differences.Select(difference => difference.Trait).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(named.NotTested);
    }

    [Fact]
    public void ToString_OfADifference_HasNoText()
    {
        foreach (SegmentDifference difference in Compare(Map, null).Differences)
        {
            Assert.StartsWith(difference.Trait, difference.ToString(), StringComparison.Ordinal);
            Assert.Matches(@": (Cliff's delta|phi|Cramér's V) [-+]?[01]\.\d\d, q [<=] \d", difference.ToString());
            Assert.DoesNotContain(difference.Text ?? "median", difference.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Personal_TraitOfATableOrMap_IsMarked()
    {
        TraitColumn column = TraitColumn.Texts("name", ["Ann", null]);
        TraitColumn marked = column.AsPersonal();

        Assert.False(column.Definition.IsPersonal);
        Assert.True(marked.Definition.IsPersonal && marked[0] == column[0] && marked[1].IsMissing);
        Assert.True(TraitTable.Create(["b", "a"], null, [marked])["name"]!.Definition.IsPersonal);
        Assert.Equal([false, true], Map.Personal("name").Schema.Traits.Take(2).Select(trait => trait.IsPersonal));
        Assert.Equal(Map.Personal("name").Schema, Map.Personal("name").From([1, 2], null).Schema);
        Assert.Contains("'nam'", Assert.Throws<ArgumentException>(() => Map.Personal("nam")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_FieldsThatTellWhoSomeoneIs_ArePersonal()
    {
        InsightRun run = await new InsightEngine(new InsightSetup
        {
            RecordSources =
            [
                RecordMap.For<string>("crm").Key(id => id).GivenName(_ => "Ann").FamilyName(_ => "Lee").Emails(_ => ["a@x.example"]).Country(_ => "NL").City(_ => "Delft")
                    .DateOfBirth(_ => "1980-01-02").From(["1", "2"]),
            ],
            Stages = [new SegmentStage()],
        }).RunAsync();

        Assert.Equal(["email", "family_name", "given_name"], run.Traits().Schema.Traits.Where(trait => trait.IsPersonal).Select(trait => trait.Name).Order(StringComparer.Ordinal));
        Assert.Equal(6, run.Traits().Schema.Traits.Count);
    }

    private static SegmentDifferences Compare(TraitMap<int> map, ValueList<string>? traits)
    {
        TraitTable table = map.From([.. Enumerable.Range(0, Customers)], null);
        return new SegmentEngine(new SegmentSet([new("first half", new Trait("position").LessThan(Customers / 2))]), table.Schema).Evaluate(table)
            .Differences("first half", new SegmentDifferenceOptions { Traits = traits });
    }
}
