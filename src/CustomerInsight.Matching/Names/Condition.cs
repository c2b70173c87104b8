namespace CustomerInsight.Matching;

/// <content>The conditions that know names of people.</content>
public static partial class Condition
{
    /// <summary>Two names are the same in pinyin, at least one of them in Chinese characters: 王小明 and <c>Wang Xiaoming</c>, or 晓明 and 小明.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="part">What kind of name it holds: <see cref="ValuePart.Pinyin"/>, <see cref="ValuePart.PinyinOfFamilyName"/> or <see cref="ValuePart.PinyinOfFullName"/>; null for the first.</param>
    /// <returns>The condition. It costs nothing where no value of the attribute is in Chinese characters.</returns>
    public static LevelCondition SamePinyin(string attribute, ValuePart? part = null) => new PinyinCondition(attribute, part ?? ValuePart.Pinyin);

    /// <summary>Two given names are the same or forms of one name: Bob and Robert.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="nicknames">The table of names; null for <see cref="Nicknames.Default"/>.</param>
    /// <returns>The condition. Cost: the table is asked once for each distinct value, a pair takes a few comparisons of numbers.</returns>
    public static LevelCondition NicknameOf(string attribute, Nicknames? nicknames = null) => new NicknameCondition(attribute, nicknames ?? Nicknames.Default);

    /// <summary>Two names agree word for word, but that one has initials where the other has words: <c>J</c>, <c>J. R.</c> and <c>John Robert</c>.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The condition. It also holds for equal names; words that the longer name has at its end do not count.</returns>
    public static LevelCondition InitialOf(string attribute) => new InitialCondition(attribute);

    /// <summary>Two compound names share a word: Smith-Jones and Jones, Mary Ann and Mary, de la Cruz and Cruz.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <returns>The condition. It also holds for equal names. Initials do not count as words, nor do particles (de la, van der, bin …) beside other words.</returns>
    public static LevelCondition SharesWord(string attribute) => new SharedWordCondition(attribute);

    /// <summary>What one record has in the first field is like what the other has in the second, both ways round; both fields of both are filled.</summary>
    /// <param name="first">One attribute, such as the given name.</param>
    /// <param name="second">The other, such as the family name.</param>
    /// <param name="comparator">Says how alike.</param>
    /// <param name="atLeast">From which similarity on, in (0, 1].</param>
    /// <returns>The condition. Cost: one comparison for most pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="atLeast"/> is outside (0, 1].</exception>
    public static LevelCondition Crossed(string first, string second, IComparator comparator, double atLeast)
    {
        ArgumentNullException.ThrowIfNull(comparator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(atLeast);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(atLeast, 1);
        return new CrossedAlikeCondition(first, second, comparator, atLeast);
    }
}
