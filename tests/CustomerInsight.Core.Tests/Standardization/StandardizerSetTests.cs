namespace CustomerInsight;

public sealed class StandardizerSetTests
{
    [Fact]
    public void For_KnownKind_GivesItsStandardizer()
    {
        Assert.IsType<NameStandardizer>(StandardizerSet.Default.For(AttributeKind.GivenName));
        Assert.IsType<EmailStandardizer>(StandardizerSet.Default.For(AttributeKind.Email));
        Assert.IsType<DateStandardizer>(StandardizerSet.Default.For(AttributeKind.DateOfBirth));
        Assert.IsType<CategoryStandardizer>(StandardizerSet.Default.For(AttributeKind.Category));
        Assert.IsType<TextStandardizer>(StandardizerSet.Default.For(AttributeKind.City));
    }

    [Fact]
    public void For_KindOfAHost_GivesText() => Assert.IsType<TextStandardizer>(StandardizerSet.Default.For(new AttributeKind("shoe-size")));

    [Fact]
    public void With_Standardizer_ReplacesItInTheNewSetOnly()
    {
        StandardizerSet changed = StandardizerSet.Default.With(AttributeKind.City, new CodeStandardizer());

        Assert.IsType<CodeStandardizer>(changed.For(AttributeKind.City));
        Assert.IsType<TextStandardizer>(StandardizerSet.Default.For(AttributeKind.City));
        Assert.IsType<NameStandardizer>(changed.For(AttributeKind.GivenName));
    }

    [Fact]
    public void With_Null_Throws() => Assert.Throws<ArgumentNullException>(static () => StandardizerSet.Default.With(AttributeKind.City, null!));

    [Fact]
    public void Default_Standardizers_HaveANameOfTheirOwnAndAVersion()
    {
        IStandardizer[] all =
        [
            new NameStandardizer(), new TextStandardizer(), new CategoryStandardizer(), new CodeStandardizer(), new PostcodeStandardizer(),
            new GenderStandardizer(), new AddressStandardizer(), new EmailStandardizer(), new PhoneStandardizer(), new DateStandardizer(),
        ];

        Assert.Equal(all.Length, all.Select(static standardizer => standardizer.Name).Distinct().Count());
        Assert.All(all, static standardizer => Assert.True(standardizer.Version >= 1));
    }
}
