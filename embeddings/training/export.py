"""The folder that transformers.js loads: ONNX table with int8 rows, tokenizer and configuration."""
import json
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MOST_TOKENS = 1024  # longer texts are cut; a table has no positions, so this is a limit of work and not of the model


def quantised(rows):
    """(int8 [vocabulary, dimension], float32 scales [vocabulary, 1]) of float rows."""
    scale = np.abs(rows).max(1, keepdims=True) / 127 + 1e-12
    return np.round(rows / scale).astype(np.int8), scale.astype(np.float32)


def write_model(rows, path):
    """Graph: row = int8 table[id] as float * scale[id]. Table and scales lie in a file beside it (PATH_data), which ONNX Runtime maps
    into memory: what is not looked up is not read.

    Outputs: last_hidden_state [batch, length, dimension], which transformers.js pools itself, and sentence_embedding
    [batch, dimension], the same mean at unit length. The second exists because the pooling loop of transformers.js takes
    more time than all the rest: a caller that runs tokenizer and model itself is about three times as fast.
    """
    table, scale = quantised(rows)
    nodes = [
        helper.make_node('Gather', ['table', 'input_ids'], ['row']),
        helper.make_node('Cast', ['row'], ['float_row'], to=TensorProto.FLOAT),
        helper.make_node('Gather', ['scale', 'input_ids'], ['row_scale']),
        helper.make_node('Mul', ['float_row', 'row_scale'], ['last_hidden_state']),
        helper.make_node('Cast', ['attention_mask'], ['float_mask'], to=TensorProto.FLOAT),
        helper.make_node('Unsqueeze', ['float_mask', 'middle'], ['mask_row']),
        helper.make_node('MatMul', ['mask_row', 'last_hidden_state'], ['sum_row']),
        helper.make_node('Squeeze', ['sum_row', 'middle'], ['sum']),
        helper.make_node('LpNormalization', ['sum'], ['sentence_embedding'], axis=-1, p=2),
    ]
    graph = helper.make_graph(
        nodes, 'encoder',
        [helper.make_tensor_value_info(name, TensorProto.INT64, ['batch', 'length']) for name in ('input_ids', 'attention_mask')],
        [helper.make_tensor_value_info('last_hidden_state', TensorProto.FLOAT, ['batch', 'length', rows.shape[1]]),
         helper.make_tensor_value_info('sentence_embedding', TensorProto.FLOAT, ['batch', rows.shape[1]])],
        [numpy_helper.from_array(table, 'table'), numpy_helper.from_array(scale, 'scale'), numpy_helper.from_array(np.array([1], dtype=np.int64), 'middle')])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', 17)], producer_name='embeddings/training')
    model.ir_version = 8
    onnx.checker.check_model(model)
    data = f'{path}_data'
    if os.path.exists(data):
        os.remove(data)  # it would be added to
    onnx.save(model, path, save_as_external_data=True, location=os.path.basename(data), size_threshold=1024)
    os.chmod(data, 0o644)


def write_json(value, path):
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(value, file, ensure_ascii=False, indent=2)
        file.write('\n')


def write_folder(rows, tokenizer, folder):
    """Write model, tokenizer and both configurations.

    rows: float32 [vocabulary, dimension]. [PAD] and [UNK] become zero, so they move no mean; [CLS] becomes a vector too
    short to move one either, but it gives a text without any known token a finite direction in place of 0/0.
    """
    rows = rows.copy()
    rows[:3] = 0
    rows[2, 0] = 1e-6
    os.makedirs(f'{folder}/onnx', exist_ok=True)
    write_model(rows, f'{folder}/onnx/model_quantized.onnx')
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(f'{folder}/tokenizer.json', pretty=False)
    write_json({'model_type': 'bert', 'architectures': ['BertModel'], 'hidden_size': rows.shape[1], 'vocab_size': rows.shape[0],
                'max_position_embeddings': MOST_TOKENS, 'pad_token_id': 0,
                'transformers.js_config': {'use_external_data_format': True}}, f'{folder}/config.json')
    write_json({'tokenizer_class': 'PreTrainedTokenizerFast', 'model_max_length': MOST_TOKENS, 'pad_token': '[PAD]', 'unk_token': '[UNK]',
                'cls_token': '[CLS]', 'padding_side': 'right', 'clean_up_tokenization_spaces': False}, f'{folder}/tokenizer_config.json')
