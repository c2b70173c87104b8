namespace CustomerInsight;

public sealed class MergeRulesTests
{
    private static readonly AttributeDefinition City = new("city", AttributeKind.City);

    [Fact]
    public void Standard_Kinds_GroupsAddressAndName()
    {
        Assert.Equal("address", MergeRules.Standard.Find(City).Group);
        Assert.Equal("address", MergeRules.Standard.Find(new("zip", AttributeKind.Postcode)).Group);
        Assert.Equal("name", MergeRules.Standard.Find(new("first", AttributeKind.GivenName)).Group);
        Assert.Null(MergeRules.Standard.Find(new("email", AttributeKind.Email)).Group);
        Assert.Null(MergeRules.Standard.Find(new("name", AttributeKind.FullName)).Group);
        Assert.StartsWith("most recent", MergeRules.Standard.Find(new("email", AttributeKind.Email)).Rule.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_Rule_HoldsForFieldsWithoutAnother()
    {
        MergeRules rules = MergeRules.Standard.Default(Survivorship.Longest);

        Assert.Same(Survivorship.Longest, rules.Find(new("email", AttributeKind.Email)).Rule);
        Assert.NotSame(Survivorship.Longest, rules.Find(City).Rule);
        Assert.NotSame(Survivorship.Longest, MergeRules.Standard.Find(new("email", AttributeKind.Email)).Rule);
    }

    [Fact]
    public void For_FieldOfAKindGroup_LeavesIt()
    {
        MergeRules rules = MergeRules.Standard.For("city", Survivorship.Longest);

        Assert.Equal(new FieldRule(null, Survivorship.Longest), rules.Find(City));
        Assert.Equal("address", rules.Find(City with { Name = "town" }).Group);
    }

    [Fact]
    public void Group_OfFields_ComesBeforeTheGroupOfTheKind()
    {
        MergeRules rules = MergeRules.Standard.Group("shipping", Survivorship.MostRecent, "ship_city", "ship_street");

        Assert.Equal(new FieldRule("shipping", Survivorship.MostRecent), rules.Find(City with { Name = "ship_city" }));
        Assert.Equal("address", rules.Find(City).Group);
    }

    [Fact]
    public void Group_SameNameAgain_ReplacesIt()
    {
        MergeRules rules = MergeRules.Standard.Group("address", Survivorship.Longest).Group("a", Survivorship.Longest, "x", "y").Group("a", Survivorship.MostRecent, "x", "z");

        Assert.Equal(new FieldRule("address", Survivorship.Longest), rules.Find(City));
        Assert.Equal(new FieldRule("a", Survivorship.MostRecent), rules.Find(new("x", AttributeKind.Text)));
        Assert.Null(rules.Find(new("y", AttributeKind.Text)).Group);
    }

    [Fact]
    public void Group_WithoutFieldsUnderAnotherName_SaysWhatToDo()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(static () => MergeRules.Standard.Group("contact", Survivorship.Longest));

        Assert.Contains("'contact'", error.Message, StringComparison.Ordinal);
        Assert.Contains("name the fields", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Group_FieldOfAnotherGroup_Throws()
    {
        MergeRules rules = MergeRules.Standard.Group("one", Survivorship.Longest, "a", "b");

        ArgumentException error = Assert.Throws<ArgumentException>(() => rules.Group("two", Survivorship.Longest, "b", "c"));
        Assert.Contains("group 'one' already", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GroupAndFor_SameField_ThrowsInEitherOrder()
    {
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.Group("one", Survivorship.Longest, "a").For("a", Survivorship.Longest));
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.For("a", Survivorship.Longest).Group("one", Survivorship.Longest, "a"));
    }

    [Fact]
    public void Arguments_Unusable_Throw()
    {
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.Group("one", Survivorship.Longest, "a", "a"));
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.Group("one", Survivorship.Longest, " "));
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.Group("", Survivorship.Longest, "a"));
        Assert.Throws<ArgumentException>(static () => MergeRules.Standard.For(" ", Survivorship.Longest));
        Assert.Throws<ArgumentNullException>(static () => MergeRules.Standard.Default(null!));
        Assert.Throws<ArgumentNullException>(static () => MergeRules.Standard.For("a", null!));
        Assert.Throws<ArgumentNullException>(static () => MergeRules.Standard.Group("a", null!, "a"));
    }
}
