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
}
