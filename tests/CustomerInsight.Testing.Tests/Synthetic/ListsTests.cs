using System.Text.RegularExpressions;

namespace CustomerInsight.Testing.Tests;

public partial class ListsTests
{
    [Fact]
    public void GivenNames_Lists_AreLongAndWellFormed()
    {
        string[] names = [.. GivenNames.All.Distinct()];

        Assert.True(names.Length >= 250, $"{names.Length} names");
        Assert.All(names, static name => Assert.Matches(Name(), name));
    }

    [Fact]
    public void FamilyNames_List_IsLongWellFormedAndWithoutRepetition()
    {
        Assert.True(FamilyNames.Listed.Count >= 250, $"{FamilyNames.Listed.Count} names");
        Assert.Equal(FamilyNames.Listed.Count, FamilyNames.Listed.Distinct().Count());
        Assert.All(FamilyNames.Listed, static name => Assert.Matches(Name(), name));
    }

    [Fact]
    public void GivenNames_SameYear_FollowTheDecade()
    {
        var random = new SeededRandom(1);
        string[] old = [.. Enumerable.Range(0, 2_000).Select(_ => GivenNames.Draw(random, woman: true, 1935))];
        string[] young = [.. Enumerable.Range(0, 2_000).Select(_ => GivenNames.Draw(random, woman: true, 2003))];

        Assert.True(old.Count(static name => name == "Margaret") > 50);
        Assert.DoesNotContain("Margaret", young);
        Assert.True(young.Count(static name => name == "Chloe") > 50);
    }

    [Fact]
    public void FamilyNames_ManyDraws_HaveARankedHeadAndALongTail()
    {
        var random = new SeededRandom(2);
        int[] counts = [.. Enumerable.Range(0, 20_000).Select(_ => FamilyNames.Draw(random)).GroupBy(static name => name).Select(static group => group.Count()).OrderDescending()];

        Assert.InRange(counts[0], 150, 800);
        Assert.True(counts.Length > 1_000, $"{counts.Length} names");
        Assert.True(counts[counts.Length / 2] <= 6);
    }

    [Fact]
    public void Nickname_KnownName_IsOneOfItsShortForms()
    {
        var random = new SeededRandom(3);
        IEnumerable<string?> forms = Enumerable.Range(0, 200).Select(_ => Nicknames.Draw(random, "William")).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["Bill", "Billy", "Will"], forms);
        Assert.Contains("Liz", Enumerable.Range(0, 200).Select(_ => Nicknames.Draw(random, "Elizabeth")));
        Assert.Null(Nicknames.Draw(random, "Kevin"));
    }

    [Fact]
    public void Pinyin_EveryCharacterOfANameList_HasAReading() =>
        Assert.DoesNotContain(ChineseNames.Characters.Distinct(), static character => Pinyin.Reading(character) is null);

    [Fact]
    public void ChineseFamilyNames_List_HasNoRepetition() =>
        Assert.Equal(ChineseNames.FamilyNames.Length, ChineseNames.FamilyNames.Distinct().Count());

    [Theory]
    [InlineData("王", "", "Wang")]
    [InlineData("欧阳", "", "Ouyang")]
    [InlineData("小明", "", "Xiaoming")]
    [InlineData("小明", " ", "Xiao Ming")]
    [InlineData("小明", "-", "Xiao-Ming")]
    [InlineData("吕", "", "Lyu")]
    public void PinyinWrite_Name_IsWrittenAsInAPassport(string name, string separator, string expected) =>
        Assert.Equal(expected, Pinyin.Write(name, separator));

    [Fact]
    public void Homophone_AnyCharacter_IsReadAlikeAndDiffersWhereItCan()
    {
        var random = new SeededRandom(4);
        foreach (char character in ChineseNames.Characters.Distinct())
        {
            Assert.Equal(Pinyin.Reading(character), Pinyin.Reading(Pinyin.Homophone(random, character)));
        }

        Assert.Equal('汪', Pinyin.Homophone(random, '王'));
        Assert.Equal('刘', Pinyin.Homophone(random, '刘'));
    }

    [Fact]
    public void Postcode_ManyDraws_HaveTheBritishForm()
    {
        var random = new SeededRandom(5);

        Assert.All(Enumerable.Range(0, 2_000).Select(_ => Places.Draw(random)), static address =>
        {
            Assert.Matches(Postcode(), address.Postcode);
            Assert.Matches(Street(), address.Street);
        });
    }

    [Fact]
    public void ChineseAddress_ManyDraws_SayTheSameInBothScripts()
    {
        var random = new SeededRandom(6);
        for (int i = 0; i < 500; i++)
        {
            (Address characters, Address latin) = ChinesePlaces.Draw(random);

            Assert.Equal(characters.Postcode, latin.Postcode);
            Assert.Matches("^[0-9]{6}$", latin.Postcode);
            Assert.Equal(Numbers().Matches(characters.Street).Select(static m => m.Value).Order(), Numbers().Matches(latin.Street).Select(static m => m.Value).Order());
            Assert.All(characters.City, static c => Assert.True(c > 0x3400));
            Assert.All(latin.City, static c => Assert.True(c < 0x80));
        }
    }

    [GeneratedRegex("^[A-Z][a-z]+$")]
    private static partial Regex Name();

    [GeneratedRegex("^[A-Z]{1,2}[0-9]{1,2} [1-9][A-Z]{2}$")]
    private static partial Regex Postcode();

    [GeneratedRegex("^(Flat [0-9]+, )?[0-9]+ [A-Z][a-z]+ [A-Z][a-z]+$")]
    private static partial Regex Street();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
