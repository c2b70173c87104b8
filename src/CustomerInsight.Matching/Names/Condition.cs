namespace CustomerInsight.Matching;

/// <content>The conditions that know names of people.</content>
public static partial class Condition
{
    /// <summary>Two names are the same in pinyin, at least one of them in Chinese characters: 王小明 and <c>Wang Xiaoming</c>, or 晓明 and 小明.</summary>
    /// <param name="attribute">The attribute's name.</param>
    /// <param name="part">What kind of name it holds: <see cref="ValuePart.Pinyin"/>, <see cref="ValuePart.PinyinOfFamilyName"/> or <see cref="ValuePart.PinyinOfFullName"/>; null for the first.</param>
    /// <returns>The condition. It costs nothing where no value of the attribute is in Chinese characters.</returns>
    public static LevelCondition SamePinyin(string attribute, ValuePart? part = null) => new PinyinCondition(attribute, part ?? ValuePart.Pinyin);
}
