namespace CustomerInsight.Matching.Tests;

public class NicknamesTests
{
    private static readonly string[] Some = ["bob", "rob", "robert", "alex", "alexander", "alexandra", "chris", "christine", "zed", "bob james", ""];

    [Theory]
    [InlineData("bob", "robert", true)]
    [InlineData("bob", "rob", true)]
    [InlineData("bob", "bob", true)]
    [InlineData("liz", "beth", true)]
    [InlineData("alex", "alexander", true)]
    [InlineData("alex", "alexandra", true)]
    [InlineData("alexander", "alexandra", false)]
    [InlineData("bob", "alexandra", false)]
    [InlineData("peggy", "margaret", true)]
    [InlineData("paco", "francisco", true)]
    [InlineData("sasha", "aleksandr", true)]
    [InlineData("bob james", "robert", true)]
    [InlineData("jose maria", "chema", true)]
    [InlineData("zed", "zed", true)]
    [InlineData("zed", "zod", false)]
    public void Share_KnownNames_IsAsPeopleUseThem(string name, string other, bool share) => Assert.Equal(share, Nicknames.Default.Share(name, other));

    [Fact]
    public void FormalNames_FormsOfSeveralNames_AreAllThere()
    {
        Assert.Equal(["alexander", "alexandra"], Nicknames.Default.FormalNames("sandy").Where(static name => name.StartsWith("alex", StringComparison.Ordinal)));
        Assert.Contains("robert", Nicknames.Default.FormalNames("robert"));
        Assert.Empty(Nicknames.Default.FormalNames("zed"));
    }

    [Fact]
    public void Table_EveryGroup_IsStandardizedAndOnceThere()
    {
        string[] lines = NicknameTable.Groups.Split('\n');
        Assert.All(lines, static line => Assert.Matches("^[a-z]+( [a-z]+)?:( [a-z]+)+$", line));
        string[] formal = [.. lines.Select(static line => line.Split(':')[0])];
        Assert.Distinct(formal);
        Assert.Equal(formal.Order(StringComparer.Ordinal), formal);
        Assert.All(lines, static line => Assert.Distinct(line.Split(':', ' ')[1..]));
        Assert.All(Nicknames.Default.Pairs, static pair => Assert.NotEqual(pair.FormalName, pair.Form));
        Assert.True(lines.Length >= 600 && Nicknames.Default.Pairs.Count >= 2_000, $"{lines.Length} groups, {Nicknames.Default.Pairs.Count} forms");
    }

    [Fact]
    public void Share_AnyNames_IsSymmetricAndSharesAFormalName()
    {
        string[] all = [.. Nicknames.Default.Pairs.Select(static pair => pair.Form), .. Some];
        Prop.ForAll(Gen.Elements(all).ToArbitrary(), Gen.Elements(all).ToArbitrary(), (left, right) =>
            Nicknames.Default.Share(left, right) == Nicknames.Default.Share(right, left)
            && Nicknames.Default.Share(left, right) == (left == right || Nicknames.Default.FormalNames(left).Intersect(Nicknames.Default.FormalNames(right)).Any()))
            .Check(Quick.Tests(2_000));
        Assert.All(Nicknames.Default.Pairs, static pair => Assert.True(Nicknames.Default.Share(pair.FormalName, pair.Form)));
    }

    [Fact]
    public void With_AHostsOwnPairs_AddsThemAndLeavesTheTable()
    {
        Nicknames own = Nicknames.Default.With("club", ("Zoltán", "Zoli"), ("ROBERT", "Bobo"));

        Assert.True(own.Share("zoltan", "zoli"));
        Assert.True(own.Share("bobo", "rob"));
        Assert.False(Nicknames.Default.Share("bobo", "rob"));
        Assert.Throws<ArgumentException>(() => own.With("club", ("Ann", "Nan")));
        Assert.Throws<ArgumentException>(() => own.With(" ", ("Ann", "Nan")));
        Assert.Contains("Pair 0", Assert.Throws<ArgumentException>(() => own.With("x", ("Ann", "--"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NicknameOf_AnyTable_HoldsWhereTwoGivenNamesShare() =>
        Prop.ForAll(Gen.Elements(Some).ArrayOf().Where(static names => names.Length > 0).ToArbitrary(), names =>
        {
            StandardizedTable table = StandardizedTable.Of([.. names.Select((name, i) => People.Record($"{i}", values: [name]))]);
            StandardizedColumn column = table.Column(table.Schema.IndexOf("given_name"));
            PairTest test = Condition.NicknameOf("given_name").Compile(PairTestCompiler.For(table));
            return Enumerable.Range(0, table.Count).All(l => Enumerable.Range(0, table.Count).All(r =>
                test.Holds(l, r) == (column.First(l) is { } left && column.First(r) is { } right && Nicknames.Default.Share(left, right))));
        }).Check(Quick.Tests(200));

    [Fact]
    public void NicknameOf_AHostsOwnTable_IsFoundByItsNameInAModelFile()
    {
        Nicknames own = Nicknames.Default.With("club", ("Robert", "Bobo"));
        LevelCondition condition = Condition.NicknameOf("given_name", own);

        LevelCondition made = ConditionKinds.Make(condition.Spec, new MatchModelLoadOptions { Nicknames = [own] }, "$");
        StandardizedTable table = StandardizedTable.Of([People.Record("1", values: ["Bobo"]), People.Record("2", values: ["Rob"])]);
        Assert.True(made.Compile(PairTestCompiler.For(table)).Holds(0, 1));
        Assert.Contains("'club'", Assert.Throws<MatchModelFileException>(() => ConditionKinds.Make(condition.Spec, new MatchModelLoadOptions(), "$")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bob", "robert")]
    [InlineData("bob james", "robert")]
    [InlineData("robert", "robert")]
    [InlineData("sandy", "alexander")]
    [InlineData("zed", "zed")]
    [InlineData("zed paul", "zed")]
    [InlineData("小明", "小明")]
    public void NicknameRoot_Names_IsOneNameForAllForms(string name, string root) => Assert.Equal(root, ValuePart.NicknameRoot.Of(name));
}
