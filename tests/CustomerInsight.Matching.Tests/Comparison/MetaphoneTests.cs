namespace CustomerInsight.Matching.Tests;

public class MetaphoneTests
{
    /// <summary>Words and codes of four letters that implementations of the article are checked with.</summary>
    [Theory]
    [InlineData("howl", "hl")]
    [InlineData("testing", "tstn")]
    [InlineData("the", "0")]
    [InlineData("quick", "kk")]
    [InlineData("brown", "brn")]
    [InlineData("fox", "fks")]
    [InlineData("jumped", "jmpt")]
    [InlineData("over", "ofr")]
    [InlineData("lazy", "ls")]
    [InlineData("dogs", "tks")]
    [InlineData("comb", "km")]
    [InlineData("tomb", "tm")]
    [InlineData("science", "sns")]
    [InlineData("scene", "sn")]
    [InlineData("scy", "s")]
    [InlineData("schedule", "sktl")]
    [InlineData("schematic", "skmt")]
    [InlineData("teach", "tx")]
    [InlineData("dodgy", "tj")]
    [InlineData("dodge", "tj")]
    [InlineData("adgiemti", "ajmt")]
    [InlineData("ghent", "knt")]
    [InlineData("baugh", "b")]
    [InlineData("phish", "fx")]
    [InlineData("shot", "xt")]
    [InlineData("odsian", "otxn")]
    [InlineData("pulsion", "plxn")]
    [InlineData("retch", "rx")]
    [InlineData("watch", "wx")]
    [InlineData("otia", "ox")]
    [InlineData("portion", "prxn")]
    [InlineData("axeaxe", "aksk")]
    [InlineData("why", "w")]
    [InlineData("white", "wt")]
    [InlineData("xalan", "sln")]
    public void Of_WordsOfTheLiterature_HasTheirCodes(string word, string code) => Assert.Equal(code, Metaphone.Of(word, 4));

    [Theory]
    [InlineData("philip", "filip")]
    [InlineData("knight", "night")]
    [InlineData("wright", "rite")]
    [InlineData("catherine", "katherine")]
    [InlineData("christine", "kristine")]
    [InlineData("mccarthy", "macarthy")]
    [InlineData("stephen", "steven")]
    [InlineData("leigh", "lee")]
    [InlineData("mary", "marie")]
    [InlineData("peter", "pieter")]
    [InlineData("aeon", "eon")]
    [InlineData("obrien", "o brian")]
    [InlineData("matthew", "mathew")]
    [InlineData("sappho", "safo")]
    [InlineData("massha", "masha")]
    [InlineData("maggie", "maki")]
    [InlineData("biggs", "bigs")]
    [InlineData("ann", "an")]
    public void Of_NamesThatSoundAlike_IsTheSame(string one, string other) => Assert.Equal(Metaphone.Of(one), Metaphone.Of(other));

    [Theory]
    [InlineData("smith", "jones")]
    [InlineData("robert", "rupert")]
    public void Of_NamesThatSoundDifferent_Differs(string one, string other) => Assert.NotEqual(Metaphone.Of(one), Metaphone.Of(other));

    [Theory]
    [InlineData("")]
    [InlineData("王")]
    [InlineData("4ever")]
    [InlineData("h")]
    public void Of_WithoutALatinSound_IsNothing(string name) => Assert.Null(Metaphone.Of(name));

    [Fact]
    public void Of_AnyName_IsShortAndOfItsLetters() =>
        Prop.ForAll(Gen.Elements("abcdeghknpstwxyzé王 ".ToCharArray()).ArrayOf().Select(static units => new string(units)).ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), (name, length) =>
            Metaphone.Of(name, length) is not { } code || (code.Length <= length && code.All("aeioubfhjklmnprstwxy0".Contains))).Check(Quick.Tests(1000).WithEndSize(200));

    [Fact]
    public void Of_NoLength_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Metaphone.Of("ann", 0));
}
