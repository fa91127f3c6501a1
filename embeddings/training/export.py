"""The folder that transformers.js loads: ONNX table with int8 rows, tokenizer and configuration."""
import json
import os

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

COMPARED_NUMBERS = 256  # texts are compared token by token by so many numbers of a row, its first: all of them find the same, in more time
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


def write_late_interaction(model_path, path):
    """The graph of model_path, over the same file of weights, with a second one beside it that compares texts token by token.

    More inputs: tokens [n], texts [t, k] (places among these tokens; shorter texts go on with the place of a token without
    length, such as [PAD]) and others [m]. More output: nearest [t, m], the largest cosine of each of the others with a token of
    the text, by the first COMPARED_NUMBERS of their rows. A row of zeros has cosine 0 with every other: a row of whole numbers
    is 0 or at least 1 long, so Max changes no other length. One graph in place of two, because each maps the table for itself.
    """
    model = onnx.load(model_path, load_external_data=False)

    def rows_of(tokens):
        return [
            helper.make_node('Gather', ['table', tokens], [f'{tokens}_rows']),
            helper.make_node('Slice', [f'{tokens}_rows', 'start', 'end', 'last'], [f'{tokens}_compared']),
            helper.make_node('Cast', [f'{tokens}_compared'], [f'{tokens}_numbers'], to=TensorProto.FLOAT),
            helper.make_node('ReduceL2', [f'{tokens}_numbers'], [f'{tokens}_length'], axes=[1], keepdims=1),
            helper.make_node('Max', [f'{tokens}_length', 'one'], [f'{tokens}_divisor']),
        ]

    model.graph.node.extend([
        *rows_of('tokens'),
        *rows_of('others'),
        helper.make_node('Div', ['others_numbers', 'others_divisor'], ['others_units']),
        helper.make_node('Transpose', ['others_units'], ['columns'], perm=[1, 0]),
        helper.make_node('MatMul', ['tokens_numbers', 'columns'], ['products']),
        helper.make_node('Div', ['products', 'tokens_divisor'], ['cosines']),
        helper.make_node('Gather', ['cosines', 'texts'], ['text_cosines'], axis=0),
        helper.make_node('ReduceMax', ['text_cosines'], ['nearest'], axes=[1], keepdims=0),
    ])
    model.graph.initializer.extend([
        *(numpy_helper.from_array(np.array([value], dtype=np.int64), name)
          for name, value in (('start', 0), ('end', COMPARED_NUMBERS), ('last', 1))),
        numpy_helper.from_array(np.array([1], dtype=np.float32), 'one'),
    ])
    model.graph.input.extend([
        helper.make_tensor_value_info(name, TensorProto.INT32, sizes)
        for name, sizes in (('tokens', ['n']), ('texts', ['t', 'k']), ('others', ['m']))
    ])
    model.graph.output.append(helper.make_tensor_value_info('nearest', TensorProto.FLOAT, ['t', 'm']))
    with open(path, 'wb') as file:
        file.write(model.SerializeToString())
    onnx.checker.check_model(path)


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
    write_late_interaction(f'{folder}/onnx/model_quantized.onnx', f'{folder}/onnx/late_interaction_quantized.onnx')
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(f'{folder}/tokenizer.json', pretty=False)
    write_json({'model_type': 'bert', 'architectures': ['BertModel'], 'hidden_size': rows.shape[1], 'vocab_size': rows.shape[0],
                'max_position_embeddings': MOST_TOKENS, 'pad_token_id': 0,
                'transformers.js_config': {'use_external_data_format': True}}, f'{folder}/config.json')
    write_json({'tokenizer_class': 'PreTrainedTokenizerFast', 'model_max_length': MOST_TOKENS, 'pad_token': '[PAD]', 'unk_token': '[UNK]',
                'cls_token': '[CLS]', 'padding_side': 'right', 'clean_up_tokenization_spaces': False}, f'{folder}/tokenizer_config.json')
