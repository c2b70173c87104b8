namespace CustomerInsight.Matching;

/// <summary>Two names are the same in pinyin, at least one of them in Chinese characters.</summary>
internal sealed class PinyinDirectTest(PartFeature whole, DirectFeature<bool> isHan, PartFeature read) : ValueDirectTest(whole)
{
    protected override bool Fits(int l, in TextPart left, int r, in TextPart right) =>
        (isHan.Left[l] || isHan.Right[r]) && read.Left[l].Same(read.Right[r]);
}
