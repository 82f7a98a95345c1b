package org.convscape.zoo;

import java.util.List;
import java.util.function.IntFunction;
import org.convscape.attribute.AttributeValues;
import org.convscape.block.BlockTemplate;
import org.convscape.block.ResidualBasic;
import org.convscape.block.ResidualNames;
import org.convscape.block.Shortcut;

/**
 * Stages of residual blocks as torchvision names them: {@code layer1/0}, {@code layer1/1}, … The first block of every
 * stage but the first halves the picture.
 *
 * @param firstStageWidens whether the first stage, too, begins with a block that changes the channels
 */
record ResidualStages(BlockTemplate template, ShortcutOption option, boolean firstStageWidens) {

    /** Adds as many stages as there are depths; {@code widths} gives the values of the blocks of each, from 0 on. */
    void addTo(Chain chain, List<Integer> depths, IntFunction<AttributeValues> widths) {
        for (int index = 0; index < depths.size(); index++) {
            int stage = index;
            AttributeValues values = widths.apply(stage).with(ResidualNames.NAMES, ResidualNames.TORCHVISION);
            chain.group("layer" + (stage + 1), inner -> {
                for (int block = 0; block < depths.get(stage); block++) {
                    inner.block(Integer.toString(block), template, placed(values, stage, block));
                }
            });
        }
    }

    private AttributeValues placed(AttributeValues values, int stage, int block) {
        boolean halves = block == 0 && stage > 0;
        Shortcut shortcut = option.of(halves || (block == 0 && firstStageWidens));
        return values.with(ResidualBasic.STRIDE, halves ? 2 : 1).with(ResidualBasic.SHORTCUT, shortcut);
    }
}
